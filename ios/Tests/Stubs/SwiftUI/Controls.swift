// Stand-ins for SwiftUI's controls and layouts: see View.swift.
import Foundation

public struct Text: Leaf {
    @_disfavoredOverload public init<Words: StringProtocol>(_ content: Words) {}
    public init(verbatim content: String) {}
}

public struct Image: Leaf {
    public init(systemName: String) {}
    public func resizable() -> Image { self }
}

public struct Label: Leaf {
    public init(_ title: String, systemImage: String) {}
}

public struct VStack<Content: View>: Leaf {
    public init(
        alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) {}
}
public struct LazyVStack<Content: View>: Leaf {
    public init(
        alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) {}
}
public struct HStack<Content: View>: Leaf {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {}
}
public struct ZStack<Content: View>: Leaf {
    public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) {}
}
public struct ViewThatFits<Content: View>: Leaf {
    public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content) {}
}
public struct ScrollView<Content: View>: Leaf {
    public init(_ axes: Axis.Set = .vertical, @ViewBuilder content: () -> Content) {}
}
public struct Spacer: Leaf { public init(minLength: CGFloat? = nil) {} }
public struct Divider: Leaf { public init() {} }

public struct Button<Label: View>: Leaf {
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {}
}
public struct Toggle: Leaf {
    public init<Content: View>(isOn: Binding<Bool>, @ViewBuilder label: () -> Content) {}
}
public struct TextField: Leaf {
    public init(_ title: String, text: Binding<String>, axis: Axis = .horizontal) {}
}
public struct DatePicker: Leaf {
    public init(
        _ title: String, selection: Binding<Date>, in range: PartialRangeThrough<Date>, displayedComponents: Components
    ) {}
    public struct Components: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let date = Components(rawValue: 1)
    }
}
public struct ProgressView: Leaf {
    public init() {}
    public init(value: Double, total: Double) {}
}
public struct Picker<Selection: Hashable, Content: View>: Leaf {
    public init(_ title: String, selection: Binding<Selection>, @ViewBuilder content: () -> Content) {}
}

public struct NavigationStack<Data, Root: View>: Leaf {
    public init(path: Binding<Data>, @ViewBuilder root: () -> Root)
    where Data: MutableCollection & RandomAccessCollection & RangeReplaceableCollection, Data.Element: Hashable {}
}
public struct NavigationSplitView<Sidebar: View, Detail: View>: Leaf {
    public init(@ViewBuilder sidebar: () -> Sidebar, @ViewBuilder detail: () -> Detail) {}
}
public struct TabView<Selection: Hashable, Content: View>: Leaf {
    public init(selection: Binding<Selection>, @ViewBuilder content: () -> Content) {}
}

// MARK: - Shapes, colours, type

public protocol ShapeStyle: Sendable {}
public struct Color: ShapeStyle, Hashable {
    public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)
    public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {}
}
extension Color: Leaf {}
public protocol Shape: Leaf {
    nonisolated func path(in rect: CGRect) -> Path
}
public struct Path: Sendable {
    public init() {}
    public mutating func move(to point: CGPoint) {}
    public mutating func addLine(to point: CGPoint) {}
    public mutating func addRect(_ rect: CGRect) {}
    public mutating func addEllipse(in rect: CGRect) {}
}
extension Shape {
    public nonisolated func path(in rect: CGRect) -> Path { Path() }
    public func fill<Style: ShapeStyle>(_ style: Style) -> some View { EmptyView() }
    public func stroke<Style: ShapeStyle>(_ style: Style, lineWidth: CGFloat = 1) -> some View { EmptyView() }
    public func stroke<Style: ShapeStyle>(_ style: Style, style line: StrokeStyle) -> some View { EmptyView() }
}
public struct StrokeStyle { public init(lineWidth: CGFloat = 1, dash: [CGFloat] = []) {} }
public struct Rectangle: Leaf, Shape { public init() {} }
public struct Circle: Leaf, Shape { public init() {} }
public struct RoundedRectangle: Leaf, Shape { public init(cornerRadius: CGFloat) {} }

public struct Font: Hashable, Sendable {
    public enum TextStyle: Sendable { case largeTitle, title, title2, headline, body, subheadline }
    public enum Weight: Sendable { case regular, semibold }
    public static let body = Font()
    public static let headline = Font()
    public static let title = Font()
    public static let subheadline = Font()
    public static func system(size: CGFloat, weight: Weight? = nil) -> Font { Font() }
    public func weight(_ weight: Weight) -> Font { self }
    public func monospaced() -> Font { self }
}

public enum HorizontalAlignment: Sendable { case leading, center, trailing }
public enum VerticalAlignment: Sendable { case top, center, firstTextBaseline }
public enum TextAlignment: Sendable { case leading, trailing }
public enum Axis: Sendable {
    case horizontal, vertical
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 2)
    }
}
public struct Alignment: Sendable {
    public static let center = Alignment()
    public static let leading = Alignment()
    public static let topLeading = Alignment()
    public static let trailing = Alignment()
}
public enum VerticalEdge: Sendable { case top, bottom }
public struct Edge {
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let all = Set(rawValue: 15)
        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 2)
        public static let top = Set(rawValue: 4)
        public static let leading = Set(rawValue: 8)
    }
}
public enum ContentMode: Sendable { case fit, fill }
