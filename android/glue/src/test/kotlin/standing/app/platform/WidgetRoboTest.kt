package standing.app.platform

import android.appwidget.AppWidgetManager
import android.view.View
import android.view.ViewGroup
import android.widget.FrameLayout
import android.widget.TextView
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import standing.app.R
import standing.core.Language
import standing.logic.Door

@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(application = TestApplication::class)
class WidgetRoboTest {
    private val phone get() = RuntimeEnvironment.getApplication()

    private fun texts(view: View): List<String> = when (view) {
        is TextView -> listOf(view.text.toString())
        is ViewGroup -> (0 until view.childCount).flatMap { texts(view.getChildAt(it)) }
        else -> emptyList()
    }

    @Test
    fun `it shows two ways into the app, and nothing about anybody`() {
        val manager = AppWidgetManager.getInstance(phone)
        val id = shadowOf(manager).createWidget(Widget::class.java, R.layout.widget)
        assertEquals(listOf("Record a good deed", "Businesses"), texts(shadowOf(manager).getViewFor(id)))
    }

    @Test
    fun `each way leads where it says`() {
        val view = Widget.views(phone).apply(phone, FrameLayout(phone))
        val led = listOf(R.id.widget_record, R.id.widget_businesses).map { button ->
            checkNotNull(view.findViewById<View>(button)).performClick()
            Doors.named(shadowOf(phone).nextStartedActivity.action)
        }
        assertEquals(listOf(Door.NEW_RECORD, Door.BUSINESSES), led)
    }

    @Test
    fun `another language redraws it`() {
        val manager = AppWidgetManager.getInstance(phone)
        val id = shadowOf(manager).createWidget(Widget::class.java, R.layout.widget)
        Languages.choose(phone, Language.CHINESE)
        Widget.redraw(phone)
        assertEquals(listOf("记一件好事", "查企业"), texts(shadowOf(manager).getViewFor(id)))
    }

    @Test
    @Config(qualifiers = "w360dp-h640dp-xhdpi")
    fun `its ways are large enough for a finger`() {
        val view = drawn()
        for (button in listOf(R.id.widget_record, R.id.widget_businesses)) {
            val size = checkNotNull(view.findViewById<View>(button)).height / phone.resources.displayMetrics.density
            assertTrue("$size dp", size >= 48)
        }
        picture(view, "widget-en")
    }

    @Test
    @Config(qualifiers = "zh-rCN-w360dp-h640dp-night-xhdpi")
    fun `it reads well by night`() = picture(drawn(), "widget-zh-dark")

    private fun drawn(): View {
        val dense = phone.resources.displayMetrics.density
        val view = Widget.views(phone).apply(phone, FrameLayout(phone))
        val exactly = { dp: Int -> View.MeasureSpec.makeMeasureSpec((dp * dense).toInt(), View.MeasureSpec.EXACTLY) }
        view.measure(exactly(320), exactly(72))
        view.layout(0, 0, view.measuredWidth, view.measuredHeight)
        return view
    }
}
