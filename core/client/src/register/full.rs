//! A disk that is full during an update: the old version stays usable, the reason is said, and the
//! next sync goes on.

use super::fixture::*;
use super::*;

const FILE: &str = "register/organisations.zst";

async fn synced() -> (Register, Phone) {
    let mut register = Register::new().with_more(200);
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    (register, phone)
}

fn rename_all(register: &mut Register) {
    for (at, row) in register.organisations.iter_mut().enumerate() {
        row.name = format!("西湖第{at}新茶庄");
    }
    register.publish();
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_file_that_cannot_be_written_for_want_of_space_is_fetched_again_later() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    rename_all(&mut register);
    let hash = Hash::of(&register.publisher.targets[FILE]);
    let name = format!("{}-{}.part", phone.trust.0.to_hex(), hash.to_hex());
    let part = phone.folder.path().join("downloads").join(name);
    // Every write to it says that the disk is full.
    std::os::unix::fs::symlink("/dev/full", &part).unwrap();
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Store(StoreError::Full)), "{error}");
    assert_eq!(phone.names(), names);
    std::fs::remove_file(part).unwrap();
    phone.sync().await.unwrap();
    assert_eq!(phone.names()[0], "西湖第0新茶庄");
}

#[tokio::test]
async fn rows_that_have_no_space_leave_the_old_ones_whole() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    rename_all(&mut register);
    phone.data.store.leave_register_pages(Some(1));
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Store(StoreError::Full)), "{error}");
    assert_eq!(phone.names(), names);
    phone.data.store.leave_register_pages(None);
    phone.sync().await.unwrap();
    assert_eq!(phone.names()[0], "西湖第0新茶庄");
    assert_eq!(phone.left_over(), 0);
}
