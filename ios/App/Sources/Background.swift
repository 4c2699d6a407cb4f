import BackgroundTasks
import Foundation
import Logic

/// Syncs in the background when the system gives time for it.
enum Background {
    private static let task = "org.standing.sync"

    /// Must be called before the app has finished to launch.
    static func register() {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: task, using: nil) { given in
            plan()
            // The system hands the task over to this closure alone.
            nonisolated(unsafe) let given = given
            let work = Task { @MainActor in
                await Owner.shared.entrance.open()
                // A phone that was not unlocked since it started gives out no key: the next time will do.
                guard let shell = Owner.shared.shell else { return given.setTaskCompleted(success: false) }
                let ending = await Errand(shell.desk).run()
                if case .done(let notice) = ending { Notices.show(notice) }
                given.setTaskCompleted(success: ending != .failed && ending != .locked)
            }
            given.expirationHandler = { work.cancel() }
        }
    }

    /// Asks for time in six hours or later, with a network.
    static func plan() {
        let request = BGProcessingTaskRequest(identifier: task)
        request.requiresNetworkConnectivity = true
        request.earliestBeginDate = Date(timeIntervalSinceNow: 6 * 3600)
        // Refused in a simulator, and where the person has switched background work off: syncing by hand still works.
        try? BGTaskScheduler.shared.submit(request)
    }
}
