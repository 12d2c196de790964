//! What a job sees of the database.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use kheo_core::id::CaseCode;

use crate::StoreError;
use crate::case::CaseRow;
use crate::db::sums::{Sums, Whole};
use crate::db::{Connection, Remembered};
use crate::sql::{Row, Value};

/// The database as it stands at one moment.
pub struct Reader<'c> {
    connection: &'c Connection,
    remembered: Option<&'c Remembered>,
    /// The case that was found or saved last: whoever acts on one asks for it again and again.
    last_case: RefCell<Option<CaseRow>>,
}

impl<'c> Reader<'c> {
    pub(crate) const fn on(connection: &'c Connection) -> Self {
        Self { connection, remembered: None, last_case: RefCell::new(None) }
    }

    /// All rows of an answer that only units and posts make; whoever writes remembers it until one of them
    /// changes.
    pub(crate) fn remembered<T: 'static>(
        &self,
        sql: &'static str,
        key: &str,
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Rc<Vec<T>>, StoreError> {
        if let Some(known) = self.remembered.and_then(|remembered| remembered.answer(sql, key)) {
            return Ok(known);
        }
        let answer = Rc::new(self.rows(sql, &[Value::from(key)], read)?);
        if let Some(remembered) = self.remembered {
            remembered.keep(sql, key, &answer);
        }
        Ok(answer)
    }

    /// The case `code`, when it is the one that was found or saved last.
    pub(crate) fn last_case(&self, code: &CaseCode) -> Option<CaseRow> {
        self.last_case.borrow().as_ref().filter(|case| case.code == *code).cloned()
    }

    /// Notes that `case` is what the database says of it.
    pub(crate) fn note_case(&self, case: CaseRow) {
        self.last_case.replace(Some(case));
    }

    /// All rows of the answer.
    pub(crate) fn rows<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(sql, values, |row| {
            all.push(read(row)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// The first row of the answer.
    pub(crate) fn row<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.connection.ask(sql, values, |rows| rows.next()?.as_ref().map(read).transpose())
    }

    /// Shows every row of the answer to `look`, one at a time; nothing else is asked meanwhile.
    pub(crate) fn each(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        mut look: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.connection.ask(sql, values, |rows| {
            while let Some(row) = rows.next()? {
                look(&row)?;
            }
            Ok(())
        })
    }

    /// Shows every row of the answer to `look` beside the row that `other` has there, until it finds
    /// something.
    pub(crate) fn beside<T>(
        &self,
        other: &Reader<'_>,
        sql: &'static str,
        look: impl Fn(Option<&Row<'_>>, Option<&Row<'_>>) -> Result<Option<T>, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        self.connection.ask(sql, &[], |one| {
            other.connection.ask(sql, &[], |two| {
                loop {
                    let (one, two) = (one.next()?, two.next()?);
                    if one.is_none() && two.is_none() {
                        return Ok(None);
                    }
                    if let Some(found) = look(one.as_ref(), two.as_ref())? {
                        return Ok(Some(found));
                    }
                }
            })
        })
    }
}

/// A transaction that writes. Every question that a [`Reader`] answers it answers too, with what
/// the transaction wrote.
pub struct Tx<'c> {
    reader: Reader<'c>,
    salts: &'c mut (dyn FnMut() -> [u8; 32] + Send),
    changed_units: bool,
    sums: Option<&'c mut Sums>,
}

impl<'c> Tx<'c> {
    pub(crate) const fn on(
        connection: &'c Connection,
        remembered: &'c Remembered,
        salts: &'c mut (dyn FnMut() -> [u8; 32] + Send),
    ) -> Self {
        let last_case = RefCell::new(None);
        let reader = Reader { connection, remembered: Some(remembered), last_case };
        Self { reader, salts, changed_units: false, sums: None }
    }

    /// The same, with tables of which nothing is kept but `sums`, and of rows that are asked for one of a sort.
    pub(crate) fn summed(self, sums: &'c mut Sums) -> Self {
        Self { sums: Some(sums), ..self }
    }

    /// Notes that units or posts are no longer what they were.
    pub(crate) fn change_units(&mut self) {
        self.changed_units = true;
        self.reader.remembered.into_iter().for_each(Remembered::forget);
    }

    pub(super) const fn has_changed_units(&self) -> bool {
        self.changed_units
    }

    /// Carries out a statement; answers how many rows it changed.
    pub(crate) fn run(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<u64, StoreError> {
        self.reader.connection.run(sql, values)
    }

    /// Carries out a statement for each of `rows`.
    pub(crate) fn run_each<'v, const N: usize>(
        &mut self,
        sql: &'static str,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<(), StoreError> {
        self.reader.connection.run_each(sql, rows)
    }

    /// Whether rows that are put into a table are written, which is faster in their order, and not only summed up.
    pub(crate) const fn writes_rows(&self) -> bool {
        self.sums.is_none()
    }

    /// Puts `rows` into a table.
    pub(crate) fn put_each<'v, const N: usize>(
        &mut self,
        whole: &Whole,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<(), StoreError> {
        let Some(sums) = &mut self.sums else { return self.run_each(whole.put, rows) };
        let mut asked = rows.into_iter().filter(|row| sums.put(whole, row));
        asked.try_for_each(|row| self.reader.connection.run(whole.put, &row).map(drop))
    }

    /// Takes `rows` out of a table with the statement `sql`.
    pub(crate) fn take_out_each<'v, const N: usize>(
        &mut self,
        whole: &Whole,
        sql: &'static str,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<(), StoreError> {
        let Some(sums) = &mut self.sums else { return self.run_each(sql, rows) };
        rows.into_iter().for_each(|row| sums.take_out(whole, &row));
        Ok(())
    }

    /// Makes the tables that are missing, or are those of an older schema, empty; answers the
    /// highest place in the ledger that was named in what went.
    pub(crate) fn make_missing_tables(&mut self) -> Result<u64, StoreError> {
        self.reader.connection.make_missing_tables()
    }

    /// Keeps more pages in memory from now on: for an import that writes many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn make_room(&mut self) -> Result<(), StoreError> {
        self.reader.connection.make_room()
    }

    /// A salt that was never used before.
    pub(crate) fn salt(&mut self) -> [u8; 32] {
        (self.salts)()
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}
