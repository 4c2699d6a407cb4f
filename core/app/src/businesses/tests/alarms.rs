//! The alarm of a register is shown where its answers are.

use super::*;
use standing_verify::alarm::{Alarm, FileFault, Found, KeptAlarm};

#[test]
fn an_alarm_of_a_register_is_shown_at_each_business() {
    let phone = phone(&[], Language::English);
    assert_eq!(phone.app.business(TEA).unwrap().alarms, []);
    let (fault, name) = (FileFault::TwoContents, "timestamp".to_owned());
    let found = Found::over(Alarm::PublicFile { fault, name, version: 3 }, Vec::new());
    let kept = KeptAlarm::of(found, TrustId::of_root(b"root"), None, UnixTime(NOW));
    phone.app.store().unwrap().write(|tx| tx.keep_alarm(&kept).map(drop)).unwrap();
    let [alarm] = phone.app.business(TEA).unwrap().alarms.try_into().unwrap();
    assert_eq!(alarm.problem.code, "alarm-metadata-two-contents");
    assert_eq!(phone.app.registers().unwrap().rows[0].alarms, std::slice::from_ref(&alarm));
    assert_eq!(phone.app.alarms(None).unwrap().rows, [alarm]);
}
