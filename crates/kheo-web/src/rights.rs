//! Which route needs which right. The router is built from this table: a route that is not in it
//! does not exist.

use std::sync::Arc;

use std::fmt::Write as _;

use axum::Router;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{self, MethodRouter};
use kheo_core::post::{Right, Role};

use crate::app::App;
use crate::problem::Problem;
use crate::submission::Submission;
use crate::visit::Visit;

/// Who may ask for a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Everybody.
    Public,
    /// Whoever is not signed in: what only citizens may do, no post does for them.
    Citizens,
    /// Posts with this right, for what lies in their scope.
    Needs(Right),
}

impl Access {
    fn allows(self, role: Option<Role>) -> bool {
        match (self, role) {
            (Self::Public, _) | (Self::Citizens, None) => true,
            (Self::Needs(right), Some(role)) => role.allows(right),
            (Self::Citizens, Some(_)) | (Self::Needs(_), None) => false,
        }
    }
}

/// One route: method, path, who may, and what answers.
pub(crate) struct Route {
    method: &'static str,
    path: &'static str,
    access: Access,
    answer: MethodRouter<Arc<App>>,
}

/// A page.
pub(crate) fn get<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Arc<App>>,
    T: 'static,
{
    Route { method: "GET", path, access, answer: routing::get(handler) }
}

/// A form, or a document from a program.
pub(crate) fn post<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Arc<App>>,
    T: 'static,
{
    Route { method: "POST", path, access, answer: routing::post(handler) }
}

/// The router of all `routes`, each behind its guard.
pub(crate) fn router(app: &Arc<App>, routes: Vec<Route>) -> Router<Arc<App>> {
    routes.into_iter().fold(Router::new(), |router, route| {
        let guard = from_fn_with_state((app.clone(), route.access), guard);
        router.route(route.path, route.answer.route_layer(guard))
    })
}

/// Lets through who may; sends others to sign in, or answers as if there were no such page. What was
/// typed into a form is shown to be copied, whoever sent it.
async fn guard(
    State((app, access)): State<(Arc<App>, Access)>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::from_request_parts(&mut parts, &app).await?;
    let request = Request::from_parts(parts, body);
    let role = visit.viewer.as_ref().map(|viewer| viewer.post.role);
    if access.allows(role) {
        return Ok(next.run(request).await);
    }
    if request.method().is_safe() {
        return Err(if role.is_none() { Problem::SignIn } else { Problem::NotFound });
    }
    let sent = Submission::read(request, &visit).await.unwrap_or_default();
    Err(match access {
        _ if role.is_none() => Problem::SignedOut,
        Access::Citizens => Problem::Officer,
        _ if !sent.is_of(&visit) => Problem::StaleForm,
        _ => Problem::NotFound,
    })
}

/// The table of routes and roles as text, for review.
pub(crate) fn table(routes: &[Route]) -> String {
    let mut lines: Vec<String> = routes
        .iter()
        .map(|route| {
            let mut line = format!("{:<5} {:<48}", route.method, route.path);
            let cell = |name, role| if route.access.allows(role) { name } else { "-" };
            write!(line, " {:<8}", cell("citizen", None)).unwrap_or_default();
            for role in Role::ALL {
                write!(line, " {:<9}", cell(role.word(), Some(role))).unwrap_or_default();
            }
            line.trim_end().to_owned()
        })
        .collect();
    lines.sort_by(|a, b| {
        a.split_at_checked(6).map(|x| x.1).cmp(&b.split_at_checked(6).map(|x| x.1))
    });
    lines.push(String::new());
    lines.join("\n")
}
