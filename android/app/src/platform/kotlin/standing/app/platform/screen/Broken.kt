package standing.app.platform.screen

import android.app.Activity
import android.app.AlertDialog
import android.view.View
import android.widget.Button
import android.widget.TextView
import standing.app.R
import standing.app.platform.Languages
import standing.app.platform.Opened
import standing.app.platform.view

/** Stands in place of the app when its core does not open: what happened, what is safe, what to do. */
internal class Broken(
    private val activity: Activity,
    private val opened: Opened,
    private val retry: () -> Unit,
    private val erase: () -> Unit,
) {
    private class Text(val happened: String, val safe: String, val todo: String)

    private val words = Languages.speaking(activity)

    fun show() {
        activity.setContentView(R.layout.broken)
        Bars.keepClear(activity.view(R.id.broken))
        val text = text()
        activity.view<TextView>(R.id.broken_title).text = words.getString(R.string.broken_title)
        activity.view<TextView>(R.id.broken_happened).text = text.happened
        activity.view<TextView>(R.id.broken_safe).text = text.safe
        activity.view<TextView>(R.id.broken_todo).text = text.todo
        val button = activity.view<Button>(R.id.broken_act)
        when (opened) {
            is Opened.Refused -> button.leads(R.string.action_try_again, retry)
            Opened.KeyLost -> button.leads(R.string.key_lost_erase, ::confirm)
            else -> button.visibility = View.GONE
        }
    }

    private fun text(): Text = when (opened) {
        is Opened.Refused -> with(opened.problem) { Text(happened, safe, todo) }
        Opened.KeyLost -> text(words.getString(R.string.key_lost), R.string.key_lost_safe, R.string.key_lost_todo)
        is Opened.LibraryMissing -> broken(words.getString(R.string.broken_missing, opened.processor))
        else -> broken(words.getString(R.string.broken_other))
    }

    private fun broken(happened: String) = text(happened, R.string.broken_safe, R.string.broken_todo)

    private fun text(happened: String, safe: Int, todo: Int) = Text(happened, words.getString(safe), words.getString(todo))

    private fun Button.leads(label: Int, act: () -> Unit) {
        text = words.getString(label)
        visibility = View.VISIBLE
        setOnClickListener { act() }
    }

    /** Nothing is thrown away by one tap. */
    private fun confirm() {
        AlertDialog.Builder(activity)
            .setTitle(words.getString(R.string.more_erase_ask))
            .setMessage(words.getString(R.string.more_erase_note))
            .setNegativeButton(words.getString(R.string.action_cancel), null)
            .setPositiveButton(words.getString(R.string.more_erase)) { _, _ -> erase() }
            .show()
    }
}
