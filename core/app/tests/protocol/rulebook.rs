//! The example of a rulebook.

use super::{as_read, text};
use serde_json::{Value, json};
use standing_model::rulebook::Rulebook;

/// A rulebook with each of its members.
#[expect(clippy::too_many_lines, reason = "one example with every member")]
pub fn rulebook() -> Value {
    let named = |id: &str, en: &str, zh: &str| json!({"id": id, "names": text(en, zh)});
    as_read::<Rulebook>(json!({
        "v": 1, "id": "yangqiao-morality-bank", "version": 8,
        "names": text("Yangqiao morality bank", "杨桥村道德银行"), "in_force_from": "2026-07-01",
        "scale": {"min": 0, "max": 100, "start": 70, "decimals": 0, "source": "report",
            "start_source": "assumed"},
        "tiers": [
            {"id": "fair", "names": text("Fair", "一般"), "from": 0, "source": "assumed"},
            {"id": "good", "names": text("Good", "良好"), "from": 75, "source": "assumed"}],
        "dimensions": [named("family", "Family values", "家庭美德")],
        "stars": [{"id": "family", "names": text("Family values", "家庭美德"),
            "dimension": "family", "points": [-2, -1, 0, 1, 2], "source": "report",
            "points_source": "assumed"}],
        "rules": [{
            "id": "V-1", "names": text("Visiting elderly parents", "看望年迈父母"), "points": 6,
            "dimension": "family", "max_per_year": 4, "valid_months": 12,
            "legal_basis": [{"instrument": text("Village rules", "村规民约"), "article": "V-1"}],
            "self_report": true, "cooling_off_hours": 0, "photo": false, "source": "report",
            "terms_source": "assumed"}, {
            "id": "M-1", "names": text("Waste left on the road", "路边乱倒垃圾"), "points": -5,
            "dimension": "family", "max_per_year": 2, "valid_months": 12, "repair": repair(),
            "legal_basis": [{"instrument": text("Village rules", "村规民约"), "article": "M-1"}],
            "self_report": false, "cooling_off_hours": 0, "photo": false, "source": "report",
            "terms_source": "assumed"}],
        "perks": [{"id": "soap", "names": text("Free soap", "免费领取香皂"),
            "when": {"tier_at_least": "good"},
            "note": text("Handed out at the village office.", "在村委会领取。"),
            "legal_basis": [{"instrument": text("Village rules", "村规民约"), "article": "12"}],
            "source": "report", "when_source": "assumed"}, {
            "id": "credit", "names": text("Cheaper credit", "优惠贷款"),
            "when": {"stars_at_least": 3}, "note": text("Asked for at the bank.", "向银行申请。"),
            "source": "report", "when_source": "assumed"}],
        "restrictions": [{"id": "notice-board", "names": text("Notice board", "公示栏"),
            "when": {"tier_at_most": "fair"},
            "note": text("Taken off with the next statement.", "下期对账单时撤下。"),
            "source": "report", "when_source": "assumed"}],
        "contest": [{"id": "object", "by": {"resident": "record"},
            "names": text("Object in writing", "书面提出异议"),
            "office": text("Village committee", "村民委员会"),
            "address": text("1 Bridge Road", "桥头路1号"),
            "days": 30, "days_are": "calendar", "runs_from": "told",
            "legal_basis": [{"instrument": text("Village rules", "村规民约"), "article": "14"}],
            "source": "assumed"},
            {"id": "answer", "by": {"authority": "refusal"}, "names": text("Answer", "答复"),
            "days": 15, "days_are": "working", "runs_from": "arrival", "source": "assumed"}],
        "service": [{"channel": "post", "days": 7, "days_are": "calendar", "source": "assumed"}],
        "records": {"volunteering": {"rule": "V-1", "minutes_per_entry": 120,
            "minutes_source": "assumed", "star_hours": [120, 240], "source": "assumed"},
            "blood_donation": {"rule": "V-1", "whole_blood_ml": [200, 400],
                "whole_blood_months": 6, "platelet_days": 14, "platelets_to_whole_days": 28,
                "whole_to_platelets_months": 3, "platelets_a_year": 24,
                "ages": {"from": 18, "to": 55, "repeat_to": 60},
                "awards": [{"names": text("Bronze", "铜奖"), "donations": 20}],
                "conflict": text("An older text says 28 days.", "旧文本规定28天。"),
                "source": "assumed"},
            "answer_within_days": 10, "source": "assumed"},
        "publication": [{"severity": "general", "min_months": 3, "max_months": 12, "source": "report"}],
        "sources": [
            {"id": "report", "names": text("A newspaper's report", "新闻报道"),
                "certainty": "report"},
            {"id": "assumed", "names": text("Chosen for this rulebook", "本规则自行拟定"),
                "certainty": "assumed"}],
    }))
}

/// How an entry by a rule is repaired.
fn repair() -> Value {
    json!({
        "names": text("The road is clean: ask the village office", "已清理干净：向村委会申请修复"),
        "condition": text("The waste was removed", "垃圾已清除"),
        "after_months": 3,
        "documents": [text("Written request", "书面申请")],
        "steps": [{"names": text("The office answers", "村委会答复"),
            "days": 10, "days_are": "working"}],
        "basis": {"instrument": text("Village rules", "村规民约"), "article": "M-1"}})
}
