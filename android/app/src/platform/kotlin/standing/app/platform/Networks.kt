package standing.app.platform

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network
import android.net.NetworkCapabilities
import android.os.Build
import standing.core.NetworkKind as Charges
import standing.logic.NetworkKind

/** Which network the phone has: the core itself asks no one. */
internal fun networkKind(context: Context): NetworkKind {
    val manager = context.system<ConnectivityManager>()
    val has = manager.getNetworkCapabilities(manager.activeNetwork) ?: return NetworkKind.NONE
    return when {
        !has.hasCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET) -> NetworkKind.NONE
        has.hasCapability(NetworkCapabilities.NET_CAPABILITY_NOT_METERED) || has.isUnmeteredForNow() -> NetworkKind.UNMETERED
        else -> NetworkKind.METERED
    }
}

private fun NetworkCapabilities.isUnmeteredForNow() = Build.VERSION.SDK_INT >= Build.VERSION_CODES.R &&
    hasCapability(NetworkCapabilities.NET_CAPABILITY_TEMPORARILY_NOT_METERED)

/** A network that is gone may come back as any: it is taken for the dearer one. */
internal fun charges(kind: NetworkKind): Charges = if (kind == NetworkKind.UNMETERED) Charges.UNMETERED else Charges.METERED

/** Says when another network comes into use, or the same one begins to charge, until it is closed. */
internal class NetworkWatch(context: Context, private val changed: () -> Unit) : ConnectivityManager.NetworkCallback(), AutoCloseable {
    private val manager = context.system<ConnectivityManager>()

    init {
        manager.registerDefaultNetworkCallback(this)
    }

    override fun onCapabilitiesChanged(network: Network, has: NetworkCapabilities) = changed()

    override fun close() = manager.unregisterNetworkCallback(this)
}
