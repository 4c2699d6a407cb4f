package standing.app.platform

import android.app.Activity
import android.content.Context
import android.print.PrintManager
import android.webkit.WebView
import android.webkit.WebViewClient

/** Prints a page by the phone's own print service, which also saves it as a PDF. The page runs nothing and loads nothing. */
internal object Printing {
    /** Held until the page is handed over: the system draws it meanwhile. */
    internal var drawing: WebView? = null
        private set

    /** False if this phone cannot print, or cannot draw a page. */
    fun print(activity: Activity, name: String, html: String): Boolean {
        // A second tap while the page is being drawn prints nothing twice.
        if (drawing != null) return true
        // A phone without a print service has no manager; some have no web view at all, or one that is being updated.
        val manager = activity.getSystemService(Context.PRINT_SERVICE) as? PrintManager ?: return false
        val page = runCatching { WebView(activity) }.getOrNull() ?: return false
        page.settings.javaScriptEnabled = false
        page.settings.blockNetworkLoads = true
        page.settings.allowFileAccess = false
        page.webViewClient =
            object : WebViewClient() {
                override fun onPageFinished(view: WebView, url: String?) {
                    drawing = null
                    if (!activity.isFinishing) manager.print(name, view.createPrintDocumentAdapter(name), null)
                }
            }
        drawing = page
        page.loadDataWithBaseURL(null, html, "text/html", "utf-8", null)
        return true
    }
}
