//! The kinds of case of the packs for public service, through their lives.

#[path = "service/dossier.rs"]
mod dossier;
#[path = "service/land.rs"]
mod land;
#[path = "service/mediation.rs"]
mod mediation;
#[path = "service/reception.rs"]
mod reception;
#[path = "service/recommendations.rs"]
mod recommendations;
#[path = "service/urban.rs"]
mod urban;
#[path = "service/voters.rs"]
mod voters;
