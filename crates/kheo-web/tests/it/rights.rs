//! Who may ask for which route, as reviewed.

#[test]
fn the_table_of_routes_and_roles_is_the_reviewed_one() {
    let table = kheo_web::rights_table();
    assert_eq!(
        table,
        include_str!("../rights.txt"),
        "the rights have changed; if that is right, put this into tests/rights.txt:\n{table}"
    );
}
