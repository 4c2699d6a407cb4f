package standing.app.platform

import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.PersistableBundle
import android.provider.Settings
import standing.logic.SettingsPage

/** A page of the phone's settings; the nearest one where an older phone lacks it. */
internal fun settingsIntent(context: Context, page: SettingsPage): Intent = when (page) {
    SettingsPage.THIS_APP -> Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, ours(context))
    SettingsPage.NOTICES ->
        Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS).putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
    SettingsPage.LANGUAGE -> if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
        Intent(Settings.ACTION_APP_LOCALE_SETTINGS, ours(context))
    } else {
        Intent(Settings.ACTION_LOCALE_SETTINGS)
    }
    SettingsPage.DATE_AND_TIME -> Intent(Settings.ACTION_DATE_SETTINGS)
}

/** Puts a text on the clipboard; the phone shows no preview of a secret one. */
internal fun copyText(context: Context, text: String, secret: Boolean) {
    val clip = ClipData.newPlainText(null, text)
    if (secret) clip.description.extras = PersistableBundle().apply { putBoolean(SENSITIVE, true) }
    context.system<ClipboardManager>().setPrimaryClip(clip)
}

private fun ours(context: Context) = Uri.fromParts("package", context.packageName, null)

/** `ClipDescription.EXTRA_IS_SENSITIVE`, which phones before Android 13 know under the same text, if at all. */
private const val SENSITIVE = "android.content.extra.IS_SENSITIVE"
