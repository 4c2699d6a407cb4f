package standing.app.design

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** The app's icons, drawn on 24 by 24 with lines of 1.75. The colour is given where they are used. */
object Icons {
    val Home = lines("M4 10.5 12 4l8 6.5V20h-5.2v-5.5H9.2V20H4z")
    val Businesses =
        lines("M5 12v8h14v-8 M4 4.5h16l1 5a2.7 2.7 0 0 1-4.5 1.7 3 3 0 0 1-4.5 0 3 3 0 0 1-4.5 0A2.7 2.7 0 0 1 3 9.5z M9.5 20v-4.5h5V20")
    val Records = lines("M6 3.5h12v17H6z M9 8h6 M9 11.5h6 M9 15h3.5")
    val More = lines("M4 6.5h16 M4 12h16 M4 17.5h16")

    val Back = lines("M20 12H4.5 M11 5.5 4.5 12 11 18.5", mirrored = true)
    val Chevron = lines("M9.5 5.5 16 12 9.5 18.5", mirrored = true)
    val Down = lines("M5.5 9.5 12 16 18.5 9.5")
    val Up = lines("M5.5 14.5 12 8 18.5 14.5")
    val Close = lines("M5.5 5.5 18.5 18.5 M18.5 5.5 5.5 18.5")
    val Check = lines("M5 12.5 10 17.5 19.5 7")
    val Plus = lines("M12 5v14 M5 12h14")
    val Eye = lines("M2 12c2.4-4.3 5.8-6.5 10-6.5S19.600 7.700 22 12c-2.400 4.300-5.800 6.500-10 6.500S4.400 16.300 2 12z M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z")
    val EyeOff = lines("M2 12c2.4-4.3 5.8-6.5 10-6.5S19.600 7.700 22 12c-2.400 4.300-5.800 6.500-10 6.500S4.400 16.300 2 12z M4 20 20 4")
    val TextSize = lines("M2 18 7.200 5.500 12.400 18 M3.900 13.700h6.600 M13.600 18 17.600 9 21.600 18 M15 15h5.200")
    val Speaker = lines("M4 9.500v5h3.500L12 18.500v-13L7.500 9.500z M15.500 9a4.200 4.200 0 0 1 0 6 M18 6.500a7.800 7.800 0 0 1 0 11")
    val Save = lines("M12 4v11 M7 10.500 12 15.500 17 10.500 M4.500 19.500h15")
    val Copy = lines("M9 9h11v11H9z M5.500 15H4V4h11v1.500")
    val Share = lines("M12 15V4 M7.500 8 12 3.500 16.500 8 M6 11.500v8.500h12v-8.500")
    val Calendar = lines("M4 6h16v14H4z M4 10.500h16 M8.500 3.500v4 M15.500 3.500v4")
    val Search = lines("M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13z M15.500 15.500 20.500 20.500")
    val Barcode = lines("M3 8V4h4 M17 4h4v4 M21 16v4h-4 M7 20H3v-4 M7.500 8.500v7 M10.500 8.500v7 M13.500 8.500v7 M16.500 8.500v7")
    val Qr = lines("M4 4h6v6H4z M14 4h6v6h-6z M4 14h6v6H4z M14 14h2.500v2.500H14z M19.500 14v2.500 M14 19.500h2.500 M19.500 19.500v.5")
    val Camera = lines("M4 7.500h4l1.500-2.500h5L16 7.500h4V19H4z M12 10a3.200 3.200 0 1 0 0 6.400a3.200 3.200 0 1 0 0-6.400z")
    val Picture = lines("M4 5h16v14H4z M4 16.500l5-5 4 4 3-2.500 4 3.500 M15.500 8.200v.3")
    val Light = lines("M7 3.500h10V8l-2.500 3v9.500h-5V11L7 8z M12 13.500v2")
    val Lock = lines("M5.500 10.500h13V20h-13z M8.500 10.500V7.500a3.500 3.500 0 0 1 7 0v3")
    val Clock = lines("M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17z M12 7.500V12l3 2.500")
    val Bell = lines("M4.500 17.500h15l-1.800-2.500V10a5.700 5.700 0 0 0-11.400 0v5z M10 20.500h4")
    val Compare = lines("M8 19V5 M4.500 8.500 8 5 11.500 8.500 M16 5v14 M12.500 15.500 16 19 19.500 15.500")
    val Undo = lines("M8.500 5 4.500 9 8.500 13 M4.500 9H15a4.500 4.500 0 0 1 0 9h-4", mirrored = true)
    val Sync = lines("M19.500 12a7.500 7.500 0 0 1-13.200 4.900 M4.500 12a7.500 7.500 0 0 1 13.200-4.900 M18 3v4.500h-4.500 M6 21v-4.500h4.500")
    val Trash = lines("M4.500 7h15 M9 7V4.500h6V7 M6.500 7l1 13h9l1-13 M10.500 11v5.500 M13.500 11v5.500")
    val Pen = lines("M5 19l.9-4L16 4.900 19.100 8 9 18.100z")
    val Book = lines("M12 6.500C10 5 7.500 4.500 4 4.500V18c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V4.500c-3.500 0-6 .5-8 2z M12 6.500V20")
    val Printer = lines("M7 8.500V4h10v4.500 M7 17H4V8.500h16V17h-3 M7 14h10v6H7z")
    val Person = lines("M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M4.500 20.500a7.500 7.500 0 0 1 15 0")

    internal val Becomes = lines("M4 12h15 M13 6 19 12 13 18", mirrored = true)
    internal val Info = lines("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M12 11v5.500 M12 7.500v.2")
    internal val Phone = lines("M7 2.500h10a1.500 1.500 0 0 1 1.500 1.500v16a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 20V4A1.500 1.500 0 0 1 7 2.500z M10.500 18h3")
    internal val Sending = lines("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M12 16.500V8 M8.500 11 12 7.500 15.500 11")
    internal val Tray = lines("M3.500 13v6.500h17V13 M3.500 13H8l1.500 3h5L16 13h4.500 M12 3v8.500 M8.800 8.500 12 11.700 15.200 8.500")
    internal val RingCross = lines("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M8.500 8.500 15.500 15.500 M15.500 8.500 8.500 15.500")
    internal val RingMinus = lines("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M7.500 12h9")
    internal val Cloud = lines("M7 18.500a4.500 4.500 0 0 1-.4-9A6 6 0 0 1 18 10.500a4 4 0 0 1-.5 8z M4 4 20.500 20.500")
    internal val Speech = lines("M4 5h16v11.500h-9L7 20v-3.500H4z M8 9h8 M8 12.500h5")
    internal val Sheet = lines("M6 3h12v18H6z M9 8h6 M9 12h6 M9 16h6")

    internal val Disc = shape("M12 1.500a10.500 10.500 0 1 0 0 21a10.500 10.500 0 1 0 0-21z")
    internal val Dot = shape("M12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10z")
    internal val DiscCheck = lines("M7 12.300 10.500 15.800 17 8.700", width = 2.4f)
    internal val Octagon = shape("M7.700 1.500h8.600l6.200 6.200v8.600l-6.200 6.200H7.700l-6.200-6.200V7.700z")
    internal val Exclaim = lines("M12 6v7.500 M12 17.300v.2", width = 2.6f)
    internal val SquarePen = shape("M5 1.500h14A3.500 3.500 0 0 1 22.500 5v14a3.500 3.500 0 0 1-3.500 3.500H5A3.500 3.500 0 0 1 1.500 19V5A3.500 3.500 0 0 1 5 1.500z")
    internal val PenOver = lines("M7 17l.7-3L15.200 6.500l2.300 2.300L10 16.300z", width = 1.6f)
    internal val Question = lines("M9 9.600a3 3 0 1 1 4.300 2.700c-.9.450-1.300 1-1.300 1.900v.3 M12 17.300v.2", width = 2f)
    internal val DashedRing =
        lines(
            "M12 2.300a9.700 9.700 0 0 1 4.400 1 M19 5.300a9.700 9.700 0 0 1 2.400 4 M21.700 12.800a9.700 9.700 0 0 1-1.500 4.500 " +
                "M17.800 19.800a9.700 9.700 0 0 1-4.400 1.800 M10 21.500a9.700 9.700 0 0 1-4.300-2.100 " +
                "M3.500 16.700a9.700 9.700 0 0 1-1.200-4.400 M2.700 9.200a9.700 9.700 0 0 1 2.600-4.100",
        )
    internal val SealShape =
        shape(
            "M12 1.500l2.600 2.100 3.300-.4 1.200 3.100 3.100 1.200-.4 3.300L23 12l-1.200 1.200.4 3.300-3.100 1.200-1.200 3.100-3.300-.4L12 22.500" +
                "l-2.600-2.100-3.300.4-1.200-3.100-3.100-1.200.4-3.300L1 12l1.200-1.200-.4-3.300 3.100-1.200 1.200-3.100 3.300.4z",
        )
    internal val MarkCircle = lines("M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17z", width = 2.4f)
    internal val MarkSquare = lines("M4.500 4.500h15v15h-15z", width = 2.4f)
    internal val MarkTriangle = lines("M12 4 21 19.500H3z", width = 2.4f)
    internal val MarkDiamond = lines("M12 2.500 21.500 12 12 21.500 2.500 12z", width = 2.4f)
    internal val MarkHexagon = lines("M7 3.500h10l5 8.500-5 8.500H7L2 12z", width = 2.4f)
    internal val StarFull = shape(STAR)
    internal val StarEmpty = lines(STAR, width = 1.5f)
}

private const val STAR =
    "M12 2.800l2.800 6 6.500.8-4.800 4.500 1.300 6.500L12 17.400l-5.800 3.200 1.300-6.500L2.700 9.600l6.500-.8z"

private fun lines(path: String, mirrored: Boolean = false, width: Float = 1.75f): ImageVector =
    drawing(mirrored) {
        addPath(
            pathData = addPathNodes(path),
            stroke = SolidColor(Color.Black),
            strokeLineWidth = width,
            strokeLineCap = StrokeCap.Round,
            strokeLineJoin = StrokeJoin.Round,
        )
    }

private fun shape(path: String): ImageVector =
    drawing(mirrored = false) { addPath(pathData = addPathNodes(path), fill = SolidColor(Color.Black)) }

private fun drawing(mirrored: Boolean, draw: ImageVector.Builder.() -> Unit): ImageVector =
    ImageVector
        .Builder(
            defaultWidth = 24.dp,
            defaultHeight = 24.dp,
            viewportWidth = 24f,
            viewportHeight = 24f,
            autoMirror = mirrored,
        ).apply(draw)
        .build()
