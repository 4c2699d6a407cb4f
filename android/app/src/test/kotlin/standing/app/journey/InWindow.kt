package standing.app.journey

import androidx.compose.runtime.Recomposer
import androidx.compose.ui.InternalComposeUiApi
import androidx.compose.ui.awt.ComposeWindow
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.platform.PlatformContext
import androidx.compose.ui.platform.PlatformRootForTest
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.window.application
import java.awt.AWTEvent
import java.awt.Robot
import java.awt.Toolkit
import java.awt.Window
import java.awt.event.AWTEventListener
import java.awt.event.InputEvent.BUTTON1_DOWN_MASK
import java.awt.event.KeyEvent
import java.awt.event.MouseEvent
import java.awt.event.WindowEvent
import java.awt.image.BufferedImage
import java.io.File
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit.SECONDS
import javax.swing.SwingUtilities
import kotlin.concurrent.thread
import kotlin.math.min
import standing.app.Root
import standing.app.Stage
import standing.app.desktop.PhoneWindow
import standing.app.desktop.onWindowThread
import standing.app.field
import standing.app.said
import standing.app.tappable

/** Opens the window, and closes it in the end. */
fun inWindow(root: Root, camera: File?, test: InWindow.() -> Unit) {
    val app = thread { application(exitProcessOnExit = false) { PhoneWindow(root, ::exitApplication, camera = camera) } }
    val window = openWindow()
    try {
        InWindow(window).test()
    } finally {
        SwingUtilities.invokeLater { window.dispatchEvent(WindowEvent(window, WindowEvent.WINDOW_CLOSING)) }
        app.join()
    }
}

/** The window that opens now. */
fun openWindow(): ComposeWindow {
    repeat(LONG / SHORT) {
        Window.getWindows().filterIsInstance<ComposeWindow>().firstOrNull { it.isShowing }?.let { return it }
        Thread.sleep(SHORT.toLong())
    }
    throw AssertionError("no window opens")
}

/** The stage of a person before a screen: they see what is drawn, and have a mouse and a keyboard. What is not there is an [AssertionError]. */
@OptIn(InternalComposeUiApi::class)
class InWindow(private val window: ComposeWindow) : Stage {
    private val robot = Robot()
    private val toolkit = Toolkit.getDefaultToolkit()
    private val roots = mutableListOf<PlatformRootForTest>()

    init {
        val listener =
            object : PlatformContext.RootForTestListener {
                override fun onRootForTestCreated(root: PlatformRootForTest) {
                    roots += root
                }

                override fun onRootForTestDisposed(root: PlatformRootForTest) {
                    roots -= root
                }
            }
        // Compose lets in only its own tests by this name.
        val listen = ComposeWindow::class.java.methods.single { it.name.startsWith("setRootForTestListener") }
        onMain { listen.invoke(window, listener) }
    }

    override fun find(text: String) {
        bring(hasText(text, substring = true))
    }

    override fun tap(text: String) = press(tappable(text))

    override fun tapSign(label: String) = press(hasContentDescription(label))

    override fun type(field: String, text: String) {
        press(field(field))
        felt(KeyEvent.KEY_TYPED, text.length) { KEYBOARD.type(text) }
    }

    override fun all() = onMain { nodes().filter { seen(it) != null }.flatMap { said(it) }.joinToString("\n") }

    /** As it stands on the display, when two looks show the same; the mouse away, for what lies under it is drawn darker. */
    override fun picture(): BufferedImage {
        point(window.width + BESIDE, BESIDE)
        var last = look()
        repeat(LOOKS) {
            val next = look()
            if (last.same(next)) return next
            last = next
        }
        throw AssertionError("no two looks show the same")
    }

    /** All that was begun is drawn, and whatever moves has arrived. */
    override fun settle() {
        repeat(LONG / SHORT) {
            onMain {}
            if (onMain { Recomposer.runningRecomposers.value.none { it.hasPendingWork } && roots.none { it.hasPendingMeasureOrLayout } }) return
            Thread.sleep(SHORT.toLong())
        }
        error("it never stands still")
    }

    override fun <T> onMain(act: () -> T): T = onWindowThread(act)

    private fun press(what: SemanticsMatcher) {
        val at = bring(what).center
        point(at.x, at.y)
        felt(MouseEvent.MOUSE_RELEASED) {
            robot.mousePress(BUTTON1_DOWN_MASK)
            robot.mouseRelease(BUTTON1_DOWN_MASK)
        }
    }

    /** Where it stands, scrolled there if need be: down as far as it goes, then up. */
    private fun bring(what: SemanticsMatcher): Rect {
        for (way in listOf(1, -1)) {
            do {
                settle()
                onMain { visible(what) }?.let { return it }
            } while (scroll(way))
        }
        throw AssertionError("nowhere: ${what.description}")
    }

    /** Turns the wheel over the page; false if it is at its end. */
    private fun scroll(way: Int): Boolean {
        val page = onMain { nodes().firstOrNull { movable(it, way) }?.let { seen(it) } } ?: return false
        point(page.center.x, page.center.y)
        felt(MouseEvent.MOUSE_WHEEL) { robot.mouseWheel(way * NOTCHES) }
        return true
    }

    private fun movable(node: SemanticsNode, way: Int): Boolean {
        val range = node.config.getOrNull(SemanticsProperties.VerticalScrollAxisRange) ?: return false
        return if (way > 0) range.value() < range.maxValue() else range.value() > 0
    }

    private fun point(x: Float, y: Float) = window.contentPane.locationOnScreen.let { robot.mouseMove(it.x + x.toInt(), it.y + y.toInt()) }

    /** Does it, and waits until the window has felt it that often. */
    private fun felt(event: Int, times: Int = 1, act: () -> Unit) {
        val still = CountDownLatch(times)
        val listener = AWTEventListener { if (it.id == event) still.countDown() }
        toolkit.addAWTEventListener(listener, AWTEvent.MOUSE_EVENT_MASK or AWTEvent.MOUSE_WHEEL_EVENT_MASK or AWTEvent.KEY_EVENT_MASK)
        act()
        val all = still.await(LONG / 1000L, SECONDS)
        toolkit.removeAWTEventListener(listener)
        check(all) { "the window did not feel ${still.count} of $times:\n${all()}" }
        settle()
    }

    private fun visible(what: SemanticsMatcher): Rect? = nodes().filter { what.matches(it) }.firstNotNullOfOrNull { seen(it) }

    /** The part of it that is drawn, which is all of it, or much; else null. */
    private fun seen(node: SemanticsNode): Rect? =
        node.boundsInWindow.takeIf { it.width > 0 && it.height > 0 && it.height + 1 > min(node.size.height, MUCH) }

    /** What lies on top comes first. */
    private fun nodes() = roots.asReversed().flatMap { it.semanticsOwner.getAllSemanticsNodes(mergingEnabled = true) }

    private fun look(): BufferedImage {
        settle()
        toolkit.sync()
        return robot.createScreenCapture(window.bounds)
    }

    private companion object {
        const val NOTCHES = 5
        const val BESIDE = 20f
        const val MUCH = 300
        val KEYBOARD by lazy { Keyboard() }
    }
}

private fun BufferedImage.same(other: BufferedImage) = (0 until height).all { y -> (0 until width).all { x -> getRGB(x, y) == other.getRGB(x, y) } }

/** Milliseconds: between two looks, and until something is known not to come. */
private const val SHORT = 5
private const val LONG = 30_000

/** Whatever moves has stood still long before. */
private const val LOOKS = 600
