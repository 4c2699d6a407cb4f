import Logic
import SwiftUI
import UI
import UserNotifications

/// The entry point. Everything that can be decided without Apple's frameworks is decided in `Logic`.
@main struct StandingApp: App {
    @UIApplicationDelegateAdaptor(Launch.self) private var launch
    @Environment(\.scenePhase) private var phase
    @State private var owner = Owner.shared
    @SceneStorage("place") private var place: Data?
    @SceneStorage("typed") private var typed: Data?

    var body: some Scene {
        WindowGroup {
            RootView(owner.opening, owner.shell, owner.glasses)
                .modifier(Papers(owner: owner))
                .overlay { if covered { Cover() } }
                .task { await owner.open(place: place, typed: typed) }
                .onChange(of: phase) { _, now in changed(now) }
        }
    }

    /// The app switcher takes its picture while a scene is inactive: it gets to see nothing.
    private var covered: Bool { phase != .active || (owner.isCaptured && !owner.allowsPictures) }

    private func changed(_ now: ScenePhase) {
        switch now {
        case .active: Task { await owner.cameForward() }
        case .background:
            place = owner.shell?.navigator.saved
            typed = try? JSONEncoder().encode(owner.shell?.typed ?? [:])
            Background.plan()
        default: break
        }
    }
}

/// What has to be registered before the app has finished to launch.
final class Launch: NSObject, UIApplicationDelegate {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]? = nil
    ) -> Bool {
        Background.register()
        UNUserNotificationCenter.current().delegate = Notices.shared
        return true
    }
}

/// What is shown instead of the app where others may look: its name, nothing about the person.
struct Cover: View {
    var body: some View {
        ZStack {
            Color(.systemBackground).ignoresSafeArea()
            Text(LocalizedStringKey("covered-screen")).font(.title)
        }
    }
}
