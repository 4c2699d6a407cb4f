import AVFoundation
import Core
import EventKit
import EventKitUI
import Logic
import SwiftUI
import UIKit

/// Takes one photo of a paper. It is handed to the form and kept nowhere else.
struct PhotoCamera: UIViewControllerRepresentable {
    let app: SystemSheets

    func makeUIViewController(context: Context) -> UIImagePickerController {
        let camera = UIImagePickerController()
        camera.sourceType = .camera
        camera.delegate = context.coordinator
        return camera
    }

    func updateUIViewController(_ camera: UIImagePickerController, context: Context) {}
    func makeCoordinator() -> Taken { Taken(app: app) }

    @MainActor final class Taken: NSObject, UIImagePickerControllerDelegate, UINavigationControllerDelegate {
        let app: SystemSheets
        init(app: SystemSheets) { self.app = app }

        func imagePickerController(
            _ picker: UIImagePickerController,
            didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any]
        ) {
            let photo = info[.originalImage] as? UIImage
            Task { await app.take(photo) }
        }

        func imagePickerControllerDidCancel(_ picker: UIImagePickerController) { app.taking = false }
    }
}

/// Offers a whole day to the calendar. It is shown by the system, so that the app needs no permission.
struct CalendarSheet: UIViewControllerRepresentable {
    let day: CalendarDay
    @Environment(\.dismiss) private var dismiss

    func makeUIViewController(context: Context) -> EKEventEditViewController {
        let sheet = EKEventEditViewController()
        let store = EKEventStore()
        let event = EKEvent(eventStore: store)
        event.title = day.deadline.event
        event.isAllDay = true
        event.startDate = Day(day.deadline.date)?.date ?? .now
        event.endDate = event.startDate
        sheet.eventStore = store
        sheet.event = event
        sheet.editViewDelegate = context.coordinator
        return sheet
    }

    func updateUIViewController(_ sheet: EKEventEditViewController, context: Context) {}
    func makeCoordinator() -> Answer { Answer { dismiss() } }

    @MainActor final class Answer: NSObject, @preconcurrency EKEventEditViewDelegate {
        let done: () -> Void
        init(done: @escaping () -> Void) { self.done = done }

        func eventEditViewController(
            _ controller: EKEventEditViewController, didCompleteWith action: EKEventEditViewAction
        ) { done() }
    }
}

/// Offers files to other apps, by the system's own sheet.
struct ShareSheet: UIViewControllerRepresentable {
    let shared: Shared
    let done: @MainActor () -> Void

    func makeUIViewController(context: Context) -> UIActivityViewController {
        let sheet = UIActivityViewController(activityItems: shared.files.map(\.url), applicationActivities: nil)
        let done = done
        sheet.completionWithItemsHandler = { _, _, _, _ in done() }
        return sheet
    }

    func updateUIViewController(_ sheet: UIActivityViewController, context: Context) {}
}

/// Reads aloud; the second time it stops, and another text is read in its place.
@MainActor final class Voice: NSObject, AVSpeechSynthesizerDelegate {
    private let voice = AVSpeechSynthesizer()
    private var spoken: (text: String, id: ObjectIdentifier)?
    /// Hears what is being read; nothing when it has ended.
    var told: (@MainActor (String?) -> Void)?

    override init() {
        super.init()
        voice.delegate = self
    }

    /// Whether the phone has a voice for it.
    func read(_ text: String, _ language: Language) -> Bool {
        let wasRead = spoken?.text == text
        if spoken != nil { stop() }
        if wasRead { return true }
        guard let found = AVSpeechSynthesisVoice(language: language == .chinese ? "zh-CN" : "en-GB") else {
            return false
        }
        // Whoever asks for it hears it, with the silent switch on, too.
        try? AVAudioSession.sharedInstance().setCategory(.playback, mode: .spokenAudio, options: .duckOthers)
        try? AVAudioSession.sharedInstance().setActive(true)
        let utterance = AVSpeechUtterance(string: text)
        utterance.voice = found
        spoken = (text, ObjectIdentifier(utterance))
        told?(text)
        voice.speak(utterance)
        return true
    }

    private func stop() {
        spoken = nil
        told?(nil)
        voice.stopSpeaking(at: .immediate)
    }

    /// What ended may be the one before, in whose place another is read already.
    private func ended(_ id: ObjectIdentifier) {
        if spoken?.id == id {
            spoken = nil
            told?(nil)
        }
        guard spoken == nil else { return }
        try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
    }

    nonisolated func speechSynthesizer(_ voice: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance) {
        let id = ObjectIdentifier(utterance)
        Task { @MainActor in ended(id) }
    }

    nonisolated func speechSynthesizer(_ voice: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance) {
        let id = ObjectIdentifier(utterance)
        Task { @MainActor in ended(id) }
    }
}
