package standing.app.platform

import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.widget.RemoteViews
import standing.app.R
import standing.logic.Door

/** Two ways into the app on the home screen. Whoever looks over a shoulder learns that the app is there, and no more. */
class Widget : AppWidgetProvider() {
    override fun onUpdate(context: Context, manager: AppWidgetManager, ids: IntArray) {
        for (id in ids) manager.updateAppWidget(id, views(context))
    }

    companion object {
        /** After the language was changed. */
        fun redraw(context: Context) {
            // Some phones have no home screen that knows widgets.
            val manager = AppWidgetManager.getInstance(context) ?: return
            val ids = manager.getAppWidgetIds(ComponentName(context, Widget::class.java))
            for (id in ids) manager.updateAppWidget(id, views(context))
        }

        internal fun views(context: Context) = RemoteViews(context.packageName, R.layout.widget).apply {
            val words = Languages.speaking(context)
            setTextViewText(R.id.widget_record, words.getString(R.string.action_record))
            setTextViewText(R.id.widget_businesses, words.getString(R.string.tab_businesses))
            setOnClickPendingIntent(R.id.widget_record, Doors.pending(context, Door.NEW_RECORD))
            setOnClickPendingIntent(R.id.widget_businesses, Doors.pending(context, Door.BUSINESSES))
        }
    }
}
