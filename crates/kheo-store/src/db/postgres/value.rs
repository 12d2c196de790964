//! Values as the server takes them.

use std::error::Error;

use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::sql::Value;

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        wanted: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) if *wanted == Type::INT4 => i32::try_from(*n)?.to_sql_checked(wanted, out),
            Self::Int(n) => n.to_sql_checked(wanted, out),
            Self::Text(text) => text.as_ref().to_sql_checked(wanted, out),
            Self::Blob(bytes) => bytes.to_sql_checked(wanted, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
