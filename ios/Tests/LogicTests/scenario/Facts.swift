import Core
import Support

// The facts of each view: what is typed in it, never its sentences.

/// Facts by name.
func facts(_ all: KeyValuePairs<String, Any?>) -> JSON {
    .object(Dictionary(uniqueKeysWithValues: all.map { ($0, fact($1)) }))
}

private func fact(_ value: Any?) -> JSON {
    switch value {
    case nil: .null
    case let json as JSON: json
    case let text as String: .text(text)
    case let yes as Bool: .yes(yes)
    case let list as [Any?]: .array(list.map(fact))
    case let members as [String: Any]: .object(members.mapValues(fact))
    case let number as any BinaryInteger: .number(Int64(number))
    case .some(let word): .text(snake("\(word)"))
    }
}

extension LinkView { var facts: JSON { LogicTests.facts(["leads_to": leadsTo, "iss": iss, "groups": groups.count]) } }

extension [MembershipView] { var facts: JSON { LogicTests.facts(["states": map { $0.state }]) } }

extension SyncView {
    var facts: JSON {
        func sum(_ of: (SyncPart) -> UInt32) -> Any { Int(parts.map(of).reduce(0, +)) }
        return LogicTests.facts([
            "complete": complete, "problems": parts.compactMap { $0.problem?.code },
            "statements": sum { $0.statements },
            "notices": sum { $0.notices }, "receipts": sum { $0.receipts }, "sent": Int(sent),
            "waiting": Int(waiting), "needs_you": Int(needsYou), "tried_again": nextAttempt != nil, "news": news,
        ])
    }
}

extension HomeView {
    var facts: JSON {
        let checks = (statement?.proof.checks ?? []).map { (snake("\($0.kind)"), $0.state as Any) }
        return LogicTests.facts([
            "seq": statement?.seq, "points": statement?.points, "tier": statement?.tierId,
            "proof": statement?.proof.state, "checks": Dictionary(uniqueKeysWithValues: checks),
            "stars": Dictionary(uniqueKeysWithValues: stars.map { ($0.category, $0.stars as Any) }),
            "alarms": alarms.map(\.problem.code),
            "untold": changes.filter { $0.told?.told == false }.compactMap(\.entry),
            "waiting": waiting, "needs_you": needsYou,
        ])
    }
}

extension StatementsView {
    var facts: JSON {
        LogicTests.facts([
            "seqs": rows.map { $0.seq }, "states": rows.map { $0.state }, "alarms": alarms.map(\.problem.code),
        ])
    }
}

extension StatementView {
    var facts: JSON {
        LogicTests.facts([
            "seq": seq, "points": points, "proof": proof.state, "differences": differences.count,
            "not_counted": notCounted.count, "previous": previous, "next": next,
        ])
    }
}

extension EntryView {
    var facts: JSON { LogicTests.facts(["seq": seq, "entry": entry, "told": told.told, "proof": proof.state]) }
}

extension PerksView {
    var facts: JSON {
        var all: [String: JSON] = ["differences": .number(Int64(differences.count))]
        for group in groups { all[snake("\(group.kind)")] = .array(group.rows.map { .text($0.id) }) }
        return .object(all)
    }
}

extension RulebookView {
    var facts: JSON { LogicTests.facts(["id": id, "version": version, "noticed": noticed.map(\.code)]) }
}

extension SearchView {
    var facts: JSON {
        LogicTests.facts([
            "found": rows.map(\.uscc), "near": near.map(\.uscc), "sound": sound.map(\.uscc),
            "tags": rows.map { $0.tags.map { $0.kind } },
            "more": more, "product": product?.gtin,
        ])
    }
}

extension ComparisonView {
    var facts: JSON {
        let rows = sections.flatMap(\.rows)
        return LogicTests.facts([
            "codes": businesses.map(\.uscc), "rows": rows.count,
            "listed": rows.prefix(2).map { $0.cells.map { $0.items.count } }, "full": full,
        ])
    }
}

extension WatchedView {
    var facts: JSON {
        LogicTests.facts(["codes": rows.map(\.card.uscc), "groups": rows.map(\.group), "changed": changed])
    }
}

extension SavedAnswersView { var facts: JSON { LogicTests.facts(["codes": rows.map(\.uscc)]) } }

extension BusinessView {
    var facts: JSON {
        LogicTests.facts([
            "uscc": card.uscc, "verdicts": verdicts.map(\.state), "tags": card.tags.map { $0.kind },
            "listings": listings.map { $0.tag.kind }, "replied": listings.map { $0.replied },
            "lists": lists.map { $0.state },
        ])
    }
}

extension ScanView { var facts: JSON { LogicTests.facts(["kind": kind, "uscc": uscc, "gtin": gtin]) } }

extension RecordKindsView {
    var facts: JSON {
        LogicTests.facts([
            "kinds": kinds.map { $0.kind }, "rules": kinds.map(\.rule), "against_yourself": againstYourself.map(\.rule),
        ])
    }
}

extension DraftView {
    var facts: JSON {
        LogicTests.facts([
            "ready": ready, "problems": notes.filter { $0.weight == .problem }.map { $0.field },
            "against": against != nil,
        ])
    }
}

extension QueueView {
    var facts: JSON {
        LogicTests.facts(["groups": groups.map { $0.kind }, "states": groups.flatMap { $0.rows }.map { $0.state }])
    }
}

extension QueueItemView {
    var facts: JSON {
        LogicTests.facts([
            "kind": kind, "state": state, "problem": problem?.code, "can_retry": canRetry, "can_withdraw": canWithdraw,
            "has_receipt": hasReceipt,
        ])
    }
}

extension ReceiptView {
    var facts: JSON {
        let all = checks.map { (snake("\($0.kind)"), $0.state as Any) }
        return LogicTests.facts(["checks": Dictionary(uniqueKeysWithValues: all)])
    }
}
