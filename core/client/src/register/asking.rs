//! Over a network that charges by volume, what is large waits until the person has seen its size.

use super::fixture::*;
use super::*;
use standing_model::listing::ListType;
use standing_store::testing::NOW;

const FILE: &str = "register/organisations.zst";

/// A phone that may fetch so many bytes of tables unasked.
struct Unasked(u64);

impl Watch for Unasked {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        false
    }

    fn ends(&self) -> crate::watch::Ends {
        Box::new(|| false)
    }

    fn unasked(&self) -> Option<u64> {
        Some(self.0)
    }
}

impl Phone {
    async fn metered(&self, bytes: u64) -> Result<RegisterNews, SyncError> {
        self.data.refresh_register(self.trust, &Unasked(bytes)).await
    }

    fn tables(&self) -> Vec<String> {
        self.network.asked().into_iter().filter(|path| path.ends_with(".zst")).collect()
    }

    fn asks_first(&self) -> u64 {
        self.data.store.read(|tx| tx.asks_first(self.trust)).unwrap()
    }
}

async fn synced() -> (Register, Phone) {
    let mut register = Register::new().with_more(200);
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    phone.network.asked();
    (register, phone)
}

/// Renames every organisation: no change set is shorter than the table.
fn rename_all(register: &mut Register) {
    for (at, row) in register.organisations.iter_mut().enumerate() {
        row.name = format!("西湖第{at}新茶庄");
    }
    register.publish();
}

#[tokio::test]
async fn a_large_table_is_not_fetched_and_its_size_is_kept_until_it_is() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    rename_all(&mut register);
    let whole = register.publisher.targets[FILE].len() as u64;
    let error = phone.metered(whole - 1).await.unwrap_err();
    assert!(matches!(error, SyncError::AsksFirst { bytes } if bytes == whole), "{error}");
    assert_eq!((phone.tables(), phone.left_over()), (Vec::new(), 0), "nothing beyond the indexes");
    assert_eq!((phone.names(), phone.asks_first()), (names, whole));
    assert_eq!(phone.root().checked_at, UnixTime(NOW), "what is held says its age");
    phone.metered(whole).await.unwrap();
    assert_eq!((phone.tables().len(), phone.asks_first()), (1, 0));
    assert_eq!(phone.names()[0], "西湖第0新茶庄");
}

#[tokio::test]
async fn small_changes_are_fetched_unasked_and_what_has_arrived_is_not_counted_again() {
    let (mut register, phone) = synced().await;
    register.organisations[3].name = "西湖新茶庄".into();
    register.publish();
    let whole = register.publisher.targets[FILE].len() as u64;
    let news = phone.metered(whole / 4).await.unwrap();
    assert!(news.bytes > 0 && news.bytes < whole / 4, "{} of {whole}", news.bytes);
    assert_eq!(phone.asks_first(), 0);
    rename_all(&mut register);
    let whole = register.publisher.targets[FILE].len() as u64;
    let hash = Hash::of(&register.publisher.targets[FILE]);
    let name = format!("{}-{}.part", phone.trust.0.to_hex(), hash.to_hex());
    let part = &register.publisher.targets[FILE][..100];
    std::fs::write(phone.folder.path().join("downloads").join(name), part).unwrap();
    let error = phone.metered(whole - 101).await.unwrap_err();
    assert!(matches!(error, SyncError::AsksFirst { bytes } if bytes == whole - 100), "{error}");
    phone.metered(whole - 100).await.unwrap();
}

#[tokio::test]
async fn a_large_list_waits_alone_and_the_other_list_goes_on() {
    let (mut register, phone) = synced().await;
    let codes: Vec<_> = register.organisations.iter().map(|row| row.uscc.clone()).collect();
    register.list_red(150);
    register.lists[0].push(listing(ListType::Court, "C2"));
    register.publish();
    let large = register.publisher.delegated[TAX]["lists/tax.example/listings.zst"].len() as u64;
    let news = phone.metered(large - 1).await.unwrap();
    let [(iss, SyncError::AsksFirst { bytes })] = news.refused.as_slice() else {
        panic!("{news:?}")
    };
    assert_eq!((iss.as_str(), *bytes, news.asks_first()), (TAX, large, large));
    assert_eq!(phone.listed(), ["court.example C1", "court.example C2", "tax.example R1"]);
    assert_eq!((phone.tables().len(), phone.asks_first()), (1, large));
    phone.sync().await.unwrap();
    let found = phone.data.store.read_register(|tx| tx.listings(&codes[100])).unwrap();
    assert_eq!((found.len(), phone.asks_first()), (1, 0));
}

#[tokio::test]
async fn a_table_that_takes_the_place_of_bad_changes_is_asked_about_too() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    register.organisations[3].name = "西湖新茶庄".into();
    register.publish();
    let index: RegisterIndex =
        serde_json::from_slice(&register.publisher.targets[INDEX_PATH]).unwrap();
    let set = index.organisations.table().changes[0].path.clone();
    let mut bent = register.publisher.targets[&set].clone();
    let last = bent.len() - 1;
    bent[last] ^= 1;
    register.put(None, &set, bent);
    register.publish_with(None, INDEX_PATH, serde_json::to_vec(&index).unwrap());
    let whole = register.publisher.targets[FILE].len() as u64;
    let error = phone.metered(whole - 1).await.unwrap_err();
    assert!(matches!(error, SyncError::AsksFirst { bytes } if bytes == whole), "{error}");
    assert_eq!(phone.names(), names);
    assert!(phone.tables().iter().all(|path| !path.ends_with("organisations.zst")));
}

#[tokio::test]
async fn a_register_that_is_added_over_such_a_network_leaves_nothing_until_it_may() {
    let mut register = Register::new().with_more(200);
    register.publish();
    let phone = empty_phone(&register);
    let link = Link {
        purpose: standing_model::link::Purpose::Register,
        repo: super::super::super::testing::REPO.into(),
        root_version: 1,
        fingerprint: Fingerprint::of(&TrustId::of_root(&register.publisher.root(1))),
    };
    let added = phone.data.add_register(&link, true, &Unasked(100)).await;
    assert!(matches!(added, Err(SyncError::AsksFirst { bytes }) if bytes > 100), "{added:?}");
    assert_eq!((phone.tables(), phone.left_over()), (Vec::new(), 0));
    assert_eq!(phone.data.store.read(|tx| tx.roots()).unwrap(), []);
    phone.data.add_register(&link, true, &Unasked(1 << 20)).await.unwrap();
    assert_eq!(phone.listed().len(), 2);
}
