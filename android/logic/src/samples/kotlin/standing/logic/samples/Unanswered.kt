package standing.logic.samples

import java.lang.reflect.InvocationHandler
import java.lang.reflect.Proxy
import standing.core.AppInterface
import standing.core.NoHandle
import standing.core.Subscription

/** An observer that can be let go. */
internal class FakeSubscription(private val letGo: () -> Unit) : Subscription(NoHandle) {
    override fun cancel() = letGo()
}

internal fun unanswered(call: String): Nothing = throw AssertionError("the test gives no answer to $call")

/** Answers what has no answer above: a use case that no screen has yet. */
internal fun unanswered(): AppInterface {
    val handler = InvocationHandler { _, call, _ -> unanswered(call.name) }
    return Proxy.newProxyInstance(FakeCore::class.java.classLoader, arrayOf(AppInterface::class.java), handler)
        as AppInterface
}
