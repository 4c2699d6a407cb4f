package standing.logic.scenario

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.util.concurrent.CopyOnWriteArrayList
import standing.core.AppInterface

/** The real core, and what it was asked, in order. */
class Counted(private val core: AppInterface) {
    val calls = CopyOnWriteArrayList<String>()

    val app: AppInterface =
        Proxy.newProxyInstance(AppInterface::class.java.classLoader, arrayOf(AppInterface::class.java)) { _, call, arguments ->
            // Kotlin adds a hash to names with unsigned parameters: `entry-OsBMiQA`.
            calls += call.name.substringBefore('-')
            try {
                call.invoke(core, *arguments.orEmpty())
            } catch (thrown: InvocationTargetException) {
                throw thrown.targetException
            }
        } as AppInterface
}
