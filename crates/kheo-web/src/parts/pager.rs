//! Links to the pages of a list.

use kheo_words::Tongue;
use maud::{Markup, html};

/// Where the reader is in a list.
#[derive(Debug, Clone)]
pub(crate) struct Pager {
    /// From 1.
    pub(crate) page: u32,
    pub(crate) pages: u32,
    /// The page before, when there is one.
    pub(crate) previous: Option<String>,
    /// The page after, when there is one.
    pub(crate) next: Option<String>,
}

impl Pager {
    /// The pager of a list of `total` with `size` on a page; `address` makes the address of a page.
    pub(crate) fn new(total: i64, size: u32, page: u32, address: impl Fn(u32) -> String) -> Self {
        let pages = u32::try_from(total).unwrap_or(u32::MAX).div_ceil(size).max(1);
        let page = page.clamp(1, pages);
        Self {
            page,
            pages,
            previous: (page > 1).then(|| address(page - 1)),
            next: (page < pages).then(|| address(page + 1)),
        }
    }
}

/// The links; nothing for a list of one page.
pub(crate) fn pager(tongue: Tongue<'_>, pager: &Pager) -> Markup {
    let (here, last) = (pager.page.to_string(), pager.pages.to_string());
    html! {
        @if pager.pages > 1 {
            nav class="pager" aria-label=(tongue.say("pager")) {
                @if let Some(to) = &pager.previous {
                    a href=(to) rel="prev" { (tongue.say("pager-previous")) } " "
                }
                span { (tongue.say_with("pager-here", &[("page", &here), ("pages", &last)])) }
                @if let Some(to) = &pager.next {
                    " " a href=(to) rel="next" { (tongue.say("pager-next")) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn a_page_beyond_the_list_is_its_last() {
        let at = |total, page| {
            let pager = Pager::new(total, 20, page, |page| page.to_string());
            (pager.page, pager.pages, pager.previous.is_some(), pager.next.is_some())
        };
        assert_eq!(at(0, 1), (1, 1, false, false));
        assert_eq!(at(20, 1), (1, 1, false, false));
        assert_eq!(at(21, 1), (1, 2, false, true));
        assert_eq!(at(21, 99), (2, 2, true, false));
        assert_eq!(at(60, 2), (2, 3, true, true));
    }
}
