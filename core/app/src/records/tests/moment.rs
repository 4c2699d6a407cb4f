//! A screen shows one moment, and showing it changes nothing.

use super::*;
use crate::testing::sign;
use standing_model::message::Typ;
use standing_model::series::SeriesKind;
use standing_model::statement::Statement;
use standing_model::time::UnixTime;
use standing_store::Document;
use standing_store::testing::NOW;

fn document(statement: &Statement) -> Document {
    let compact = sign(Typ::Statement, statement);
    let (n, stored_at) = (statement.seq, UnixTime(NOW));
    Document { n, compact, stored_at, head: None, held_since: None }
}

#[test]
fn a_sync_in_between_never_mixes_two_versions_on_one_screen() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 60));
    phone.keep(&phone.statement(1, 3, &[]));
    let queued = row(&phone, item).item;
    let arriving: Vec<Document> =
        (2..=40).map(|seq| document(&phone.statement(seq, 3, &[]))).collect();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for one in &arriving {
                phone.write(|tx| {
                    tx.add_document(SeriesKind::Statements, &phone.id, one)?;
                    tx.add_queue_item(&phone.id, &queued, None).map(drop)
                });
            }
        });
        loop {
            let done = writer.is_finished();
            let home = phone.app.home(&phone.id).unwrap();
            assert_eq!(home.statement.unwrap().seq, home.waiting, "both of one transaction");
            if done {
                break;
            }
        }
    });
    assert_eq!(phone.app.home(&phone.id).unwrap().waiting, 40);
}

#[test]
fn showing_writes_nothing_and_shows_the_time_that_has_passed() {
    let phone = village();
    let item = keep(&phone, &report("R-1"));
    let before = row(&phone, item);
    assert_eq!(state(&phone, item), QueueState::CoolingOff);
    phone.clock.pass(24 * HOUR);
    assert_eq!(state(&phone, item), QueueState::AwaitingConfirmation);
    assert_eq!(phone.app.home(&phone.id).unwrap().needs_you, 1);
    let queue = phone.app.queue(&phone.id).unwrap();
    assert_eq!(queue.groups[0].rows[0].state, QueueState::AwaitingConfirmation);
    phone.app.receipts(&phone.id).unwrap();
    phone.app.network_accesses().unwrap();
    assert_eq!(row(&phone, item), before, "nothing was written");
    phone.app.confirm_record(&phone.id, item).unwrap();
    assert_eq!(state(&phone, item), QueueState::Queued);
}
