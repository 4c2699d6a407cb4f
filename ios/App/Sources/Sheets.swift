import AVFoundation
import Core
import EventKit
import EventKitUI
import Logic
import SwiftUI
import UIKit

/// Takes one photo of a paper. It is handed to the form and kept nowhere else.
struct PhotoCamera: UIViewControllerRepresentable {
    let desk: PaperDesk

    func makeUIViewController(context: Context) -> UIImagePickerController {
        let camera = UIImagePickerController()
        camera.sourceType = UIImagePickerController.isSourceTypeAvailable(.camera) ? .camera : .photoLibrary
        camera.delegate = context.coordinator
        return camera
    }

    func updateUIViewController(_ camera: UIImagePickerController, context: Context) {}
    func makeCoordinator() -> Taken { Taken(desk: desk) }

    @MainActor final class Taken: NSObject, UIImagePickerControllerDelegate, UINavigationControllerDelegate {
        let desk: PaperDesk
        init(desk: PaperDesk) { self.desk = desk }

        func imagePickerController(
            _ picker: UIImagePickerController,
            didFinishPickingMediaWithInfo info: [UIImagePickerController.InfoKey: Any]
        ) {
            if let photo = info[.originalImage] as? UIImage, let bytes = photo.jpegData(compressionQuality: 0.9) {
                desk.take(bytes)
            }
            desk.taking = false
        }

        func imagePickerControllerDidCancel(_ picker: UIImagePickerController) { desk.taking = false }
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

/// Reads aloud; the second time it stops.
@MainActor final class Voice {
    private let voice = AVSpeechSynthesizer()

    func read(_ text: String, _ language: Language) {
        if voice.isSpeaking {
            voice.stopSpeaking(at: .immediate)
            return
        }
        let spoken = AVSpeechUtterance(string: text)
        spoken.voice = AVSpeechSynthesisVoice(language: language == .chinese ? "zh-CN" : "en-GB")
        voice.speak(spoken)
    }
}
