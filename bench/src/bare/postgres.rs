//! Bare inserts on a server, as `pgbench` does them: every client in transactions of its own.

use std::path::Path;
use std::thread;
use std::time::Duration;

use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, NoTls, Row};

use crate::bare::{Bare, Cell, New, Table, Tables};
use crate::program::{Fault, stopwatch};

/// The database of an installation on a server.
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) clients: usize,
}

const TABLES: &str = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
const COLUMNS: &str = "
    SELECT attname::text, coalesce(attnum = ANY (indkey), false)
      FROM pg_attribute LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
     WHERE attrelid = ('public.' || $1::text)::regclass AND attnum > 0 AND NOT attisdropped
     ORDER BY attnum";

impl Server {
    fn open(&self) -> Result<Client, Fault> {
        Ok(Client::connect(&self.url, NoTls)?)
    }
}

impl Bare for Server {
    fn tables(&self) -> Result<Tables, Fault> {
        let mut client = self.open()?;
        let names = client.query(TABLES, &[])?;
        let names = names.iter().map(|row| row.try_get(0)).collect::<Result<Vec<String>, _>>()?;
        names.into_iter().map(|name| Ok((name.clone(), table(&mut client, name)?))).collect()
    }

    fn insert(&self, rows: &New, _: usize, _: &Path) -> Result<Duration, Fault> {
        let mut client = self.open()?;
        client.batch_execute("DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare")?;
        for name in self.tables()?.keys() {
            let sql = format!("CREATE TABLE bare.{name} (LIKE public.{name} INCLUDING ALL)");
            client.batch_execute(&sql)?;
        }
        let elapsed = stopwatch();
        thread::scope(|scope| {
            let one = |first| move || self.insert_each(rows, first);
            let all: Vec<_> = (0..self.clients).map(|first| scope.spawn(one(first))).collect();
            all.into_iter().try_for_each(|it| {
                it.join().unwrap_or(Err(Fault::Program("did not keep its client")))
            })
        })?;
        let took = elapsed();
        client.batch_execute("DROP SCHEMA bare CASCADE")?;
        Ok(took)
    }
}

impl Server {
    /// The rows of every registration whose turn it is, in a transaction each.
    fn insert_each(&self, rows: &New, first: usize) -> Result<(), Fault> {
        let mut client = self.open()?;
        client.batch_execute("SET search_path = bare")?;
        let prepared = rows.tables.iter().map(|table| client.prepare(&table.insert));
        let prepared = prepared.collect::<Result<Vec<_>, _>>()?;
        for place in (first..rows.registrations).step_by(self.clients) {
            let mut transaction = client.transaction()?;
            for (table, statement) in rows.tables.iter().zip(&prepared) {
                for row in table.of(place, rows.registrations) {
                    let row: Vec<&(dyn ToSql + Sync)> = row.iter().map(|cell| cell as _).collect();
                    transaction.execute(statement, &row)?;
                }
            }
            transaction.commit()?;
        }
        Ok(())
    }
}

fn table(client: &mut Client, name: String) -> Result<Table, Fault> {
    let (mut columns, mut key) = (Vec::new(), Vec::new());
    for row in client.query(COLUMNS, &[&name])? {
        let column: String = row.try_get(0)?;
        if row.try_get(1)? {
            key.push(column.clone());
        }
        columns.push(column);
    }
    let rows = client.query(&format!("SELECT * FROM public.{name}"), &[])?;
    let rows = rows.iter().map(cells).collect::<Result<_, _>>()?;
    Ok(Table { name, columns, key, rows })
}

fn cells(row: &Row) -> Result<Vec<Cell>, Fault> {
    let each = row.columns().iter().enumerate().map(|(place, column)| {
        Ok(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(place)?.map_or(Cell::Null, Cell::Int),
            Type::BYTEA => row.try_get::<_, Option<_>>(place)?.map_or(Cell::Null, Cell::Blob),
            _ => row.try_get::<_, Option<_>>(place)?.map_or(Cell::Null, Cell::Text),
        })
    });
    each.collect()
}

impl ToSql for Cell {
    fn to_sql(
        &self,
        form: &Type,
        out: &mut bytes::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) => n.to_sql(form, out),
            Self::Text(text) => text.to_sql(form, out),
            Self::Blob(bytes) => bytes.to_sql(form, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
