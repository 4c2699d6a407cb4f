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
    public var saved: Data? {
        try? JSONEncoder().encode(Kept(tab: tab, stacks: stacks.mapValues { $0.map(\.keepable) }))
    }

    /// What lies above a tab, the screen on top last. The system's back gesture sets it, also of a tab that was left.
    public subscript(root: Place) -> [Place] {
        get { stacks[root] ?? [] }
        set { stacks[root] = newValue }
    }

    /// What lies above the tab that is looked at.
    public var path: [Place] {
        get { self[tab] }
        set { self[tab] = newValue }
    }

    /// The screen on top.
    public var top: Place { path.last ?? tab }

    /// Every place that is open, in whatever tab.
    var all: [Place] { Place.roots + stacks.values.flatMap { $0 } }

    /// Opens a place. A second tap does not open it twice. A tab leads to what was open there; tapped again, to its
    /// beginning.
    public func open(_ place: Place) {
        if Place.roots.contains(place) {
            if tab == place { path = [] }
            tab = place
        } else if top != place {
            path.append(place)
        }
    }

    /// Opens a place from another one. A page that was left leads no further; the list beside a detail is there as well
    /// as that, and leads to another detail.
    public func open(_ place: Place, from page: Place) {
        if page == top || Place.roots.contains(place) && page == tab {
            open(place)
        } else if page == tab {
            path = [place]
        }
    }

    /// Goes back where this came from.
    public func back() { if !path.isEmpty { path.removeLast() } }

    /// Takes a step of a page that is about places; any other step is the phone's to take, and comes back. A step may
    /// come late, after the person has gone on or back: it never moves another page than the one that it is of.
    public func take(_ step: Step?, of page: Place) -> Step? {
        switch step {
        case .open(let place): open(place, from: page)
        case .replace(let place): replace(page, by: place)
        case .back: if page == top { back() }
        case .root(let place):
            guard page == top else {
                remove(page)
                break
            }
            tab = place
            stacks[place] = []
        case .startOver:
            (tab, stacks) = (.home, [:])
            return step
        default: return step
        }
        return nil
    }

    /// Puts a place where a page is open, be it under another one.
    private func replace(_ page: Place, by place: Place) {
        guard let (root, depth) = seat(page) else { return }
        var before = self[root].prefix(depth)
        // What was chosen is done: back leads neither to it nor to the choice.
        if case .kinds = before.last { before.removeLast() }
        self[root] = before + [place] + self[root].dropFirst(depth + 1)
    }

    private func remove(_ page: Place) {
        if let (root, depth) = seat(page) { self[root].remove(at: depth) }
    }

    /// Where a page is open: in the tab that is looked at, if it is open there, too.
    private func seat(_ page: Place) -> (root: Place, depth: Int)? {
        for root in [tab] + Place.roots {
            if let depth = self[root].lastIndex(of: page) { return (root, depth) }
        }
        return nil
    }

    private struct Kept: Codable {
        let tab: Place
        let stacks: [Place: [Place]]
    }
}
