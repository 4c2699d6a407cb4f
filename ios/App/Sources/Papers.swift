import AVFoundation
import Core
import EventKit
import EventKitUI
import Logic
import PhotosUI
import SwiftUI
import UniformTypeIdentifiers

/// A day that is offered to the phone's calendar.
struct CalendarDay: Identifiable {
    let deadline: Deadline
    var id: String { deadline.date }
}

/// Files that are offered to other apps.
struct Shared: Identifiable {
    let files: [SpareFile]
    var id: [URL] { files.map(\.url) }
}

/// What is asked of the person outside the screens: where a file goes, which photo, whether a day is kept.
@MainActor @Observable final class SystemSheets {
    var saving: [File] = []
    var moving: SpareFile?
    var sharing: Shared?
    var day: CalendarDay?
    var choosing = false
    var taking = false
    private weak var form: (any TakesPhoto)?

    func ask(byCamera: Bool, for form: (any TakesPhoto)?) async {
        self.form = form
        guard byCamera else {
            choosing = true
            return
        }
        // Without the permission the system would show a black picture and say nothing.
        if !UIImagePickerController.isSourceTypeAvailable(.camera) {
            Owner.shared.say(\.photoCameraMissing)
        } else if await AVCaptureDevice.requestAccess(for: .video) {
            taking = true
        } else {
            Owner.shared.say(\.photoNoCamera)
        }
    }

    /// The picker runs outside the app: no permission for the photos is asked, and no other photo is seen.
    func take(_ item: PhotosPickerItem) async {
        if let bytes = try? await item.loadTransferable(type: Data.self) {
            take(bytes)
        } else {
            Owner.shared.say(\.formPhotoUnreadable)
        }
    }

    /// A photo that was just taken, as a file: that takes a while, and the thread that draws does not wait for it.
    func take(_ photo: UIImage?) async {
        taking = false
        if let bytes = await Task.detached(operation: { photo?.jpegData(compressionQuality: 0.9) }).value {
            take(bytes)
        } else {
            Owner.shared.say(\.photoMissed)
        }
    }

    /// The file was taken, or left where it was: it does not stay there.
    func moved(_ outcome: Result<URL, any Error>?) {
        moving?.remove()
        moving = nil
        if let outcome { saved(outcome.map { [$0] }) }
    }

    /// Files were written, or were not.
    func saved(_ outcome: Result<[URL], any Error>) {
        guard case .failure(let error) = outcome else { return }
        let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
        Owner.shared.say { isFull ? $0.saveNoSpace : $0.saveFailed }
    }

    /// The other app has what it was given, or nothing was chosen: the files do not stay there.
    func given(_ shared: Shared) {
        for file in shared.files { file.remove() }
        sharing = nil
    }

    /// Closes what is open; a file that was to be moved does not stay here.
    func close() {
        if let sharing { given(sharing) }
        (saving, day, choosing, taking) = ([], nil, false, false)
        moved(nil)
    }

    /// As it was taken: the core takes place, time and camera out of it before it is kept.
    func take(_ bytes: Data) { form?.take(photo: [UInt8](bytes)) }
}

/// Shows what the app asks.
struct Papers: ViewModifier {
    @Bindable var app: SystemSheets
    @State private var picked: PhotosPickerItem?

    init(owner: Owner) { app = owner.papers }

    func body(content: Content) -> some View {
        content
            .photosPicker(
                isPresented: $app.choosing, selection: $picked, matching: .images, preferredItemEncoding: .compatible
            )
            .onChange(of: picked) { _, item in
                guard let item else { return }
                // The same photo can be chosen again after it was removed.
                picked = nil
                Task { await app.take(item) }
            }
            .fullScreenCover(isPresented: $app.taking) { PhotoCamera(app: app).ignoresSafeArea() }
            .sheet(item: $app.day) { CalendarSheet(day: $0) }
            .sheet(item: $app.sharing) { shared in ShareSheet(shared: shared) { app.given(shared) } }
            .fileExporter(
                isPresented: saving, documents: app.saving.map { Paper($0) }, contentType: .data,
                onCompletion: { app.saved($0) }
            )
            .fileMover(
                isPresented: moving, file: app.moving?.url, onCompletion: { app.moved($0) },
                onCancellation: { app.moved(nil) })
    }

    /// What is not answered yet is not taken away.
    private var moving: Binding<Bool> {
        Binding(get: { app.moving != nil }, set: { _ in })
    }

    private var saving: Binding<Bool> {
        Binding(get: { !app.saving.isEmpty }, set: { if !$0 { app.saving = [] } })
    }
}

/// A file that is written where the person says.
struct Paper: FileDocument {
    static let readableContentTypes = [UTType.data]
    let file: File

    init(_ file: File) { self.file = file }
    init(configuration: ReadConfiguration) throws { throw CocoaError(.fileReadUnsupportedScheme) }

    func fileWrapper(configuration: WriteConfiguration) throws -> FileWrapper {
        let wrapper = FileWrapper(regularFileWithContents: Data(file.bytes))
        wrapper.preferredFilename = file.name
        return wrapper
    }
}
