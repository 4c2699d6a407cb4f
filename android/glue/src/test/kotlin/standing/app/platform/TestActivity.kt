package standing.app.platform

import android.app.Activity
import android.content.Intent
import android.os.Bundle
import android.widget.TextView
import standing.core.AppInterface

/** Forwards its turns like the app's own activity, and draws one line in place of the app. */
class TestActivity : Activity() {
    val screen by lazy { MainScreen(this, Launchers(::open, ::permit), ::show) { kept } }

    /** What the app would keep for the process after this one. */
    var kept: String? = null
    var shown: AppInterface? = null
    var saved: String? = null

    private fun open(question: Question, intent: Intent) = startActivityForResult(intent, question.ordinal)

    private fun permit(question: Question, name: String) = requestPermissions(arrayOf(name), question.ordinal)

    private fun show(core: AppInterface, saved: String?) {
        shown = core
        this.saved = saved
        setContentView(TextView(this).apply { text = "the app" })
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        screen.created(state)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        screen.newIntent(intent)
    }

    override fun onStart() {
        super.onStart()
        screen.started()
    }

    override fun onResume() {
        super.onResume()
        screen.resumed()
    }

    override fun onPause() {
        screen.paused()
        super.onPause()
    }

    override fun onStop() {
        screen.stopped()
        super.onStop()
    }

    override fun onDestroy() {
        screen.destroyed()
        super.onDestroy()
    }

    override fun onSaveInstanceState(state: Bundle) {
        super.onSaveInstanceState(state)
        screen.save(state)
    }

    public override fun onActivityResult(code: Int, result: Int, data: Intent?) {
        screen.answered(Question.entries[code], result, data)
    }

    override fun onRequestPermissionsResult(code: Int, names: Array<out String>, results: IntArray) {
        screen.permissionAnswered(Question.entries[code])
    }

    @Deprecated("Before Android 13")
    override fun onBackPressed() {
        @Suppress("DEPRECATION")
        if (!screen.back.pressed()) super.onBackPressed()
    }
}
