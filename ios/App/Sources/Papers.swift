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

/// What is asked of the person outside the screens: where a file goes, which photo, whether a day is kept.
@MainActor @Observable final class PaperDesk {
    var saving: [File] = []
    var day: CalendarDay?
    var choosing = false
    var taking = false
    private weak var form: FormModel?

    func ask(byCamera: Bool, for form: FormModel?) {
        self.form = form
        if byCamera { taking = true } else { choosing = true }
    }

    /// The picker runs outside the app: no permission for the photos is asked, and no other photo is seen.
    func take(_ item: PhotosPickerItem?) async {
        guard let bytes = try? await item?.loadTransferable(type: Data.self) else { return }
        take(bytes)
    }

    /// As it was taken: the core takes place, time and camera out of it before it is kept.
    func take(_ bytes: Data) { form?.take(photo: [UInt8](bytes)) }
}

/// Shows what the desk asks.
struct Papers: ViewModifier {
    @Bindable var desk: PaperDesk
    @State private var picked: PhotosPickerItem?

    init(owner: Owner) { desk = owner.papers }

    func body(content: Content) -> some View {
        content
            .photosPicker(
                isPresented: $desk.choosing, selection: $picked, matching: .images, preferredItemEncoding: .compatible
            )
            .onChange(of: picked) { _, item in Task { await desk.take(item) } }
            .fullScreenCover(isPresented: $desk.taking) { PhotoCamera(desk: desk).ignoresSafeArea() }
            .sheet(item: $desk.day) { CalendarSheet(day: $0) }
            .fileExporter(
                isPresented: saving, documents: desk.saving.map(Paper.init), contentType: .data, onCompletion: { _ in })
    }

    private var saving: Binding<Bool> {
        Binding(get: { !desk.saving.isEmpty }, set: { if !$0 { desk.saving = [] } })
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
