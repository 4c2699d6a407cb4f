import Core
import Foundation
import Observation

/// Where the person is: one of four tabs, and what lies above each. It survives the end of the app.
@MainActor @Observable public final class Navigator {
    /// The tab that is looked at.
    public private(set) var tab = Place.home
    private var stacks: [Place: [Place]] = [:]

    public init() {}

    /// Goes on where the app ended. What cannot be read, as after an update, begins at home.
    public init(saved: Data?) {
        guard let saved, let kept = try? JSONDecoder().decode(Kept.self, from: saved),
            Place.roots.contains(kept.tab)
        else { return }
        tab = kept.tab
        stacks = kept.stacks
    }

    /// All that is needed to come back here.
    public var saved: Data? { try? JSONEncoder().encode(Kept(tab: tab, stacks: stacks)) }

    /// What lies above the tab that is looked at, the screen on top last. The system's back gesture sets it.
    public var path: [Place] {
        get { stacks[tab] ?? [] }
        set { stacks[tab] = newValue }
    }

    /// The screen on top.
    public var top: Place { path.last ?? tab }

    /// Every place that is open, in whatever tab.
    var all: [Place] { Place.roots + stacks.values.flatMap { $0 } }

    /// Opens a place. A second tap does not open it twice.
    public func open(_ place: Place) {
        if Place.roots.contains(place) {
            tab = place
        } else if top != place {
            path.append(place)
        }
    }

    /// Goes back where this came from.
    public func back() { if !path.isEmpty { path.removeLast() } }

    /// Takes a step that is about places; any other step is the phone's to take, and comes back.
    public func take(_ step: Step?) -> Step? {
        switch step {
        case .open(let place): open(place)
        case .replace(let place):
            back()
            // What was chosen is done: back leads neither to it nor to the choice.
            if case .kinds = top { back() }
            open(place)
        case .back: back()
        case .root(let place):
            tab = place
            stacks[place] = []
        case .beginAnew:
            (tab, stacks) = (.home, [:])
            return step
        default: return step
        }
        return nil
    }

    private struct Kept: Codable {
        let tab: Place
        let stacks: [Place: [Place]]
    }
}
