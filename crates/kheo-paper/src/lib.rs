//! Documents as HTML, DOCX and PDF; charts as SVG.
