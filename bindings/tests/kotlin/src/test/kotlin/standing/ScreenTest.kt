package standing

import java.lang.reflect.Method
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.lang.reflect.WildcardType
import kotlin.coroutines.Continuation
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppInterface

/** One screen, one call: a view is plain data all the way down, so that nothing on it asks again. */
class ScreenTest {
    @Test
    fun `every screen comes in one call`() {
        val screens = calls().filter { answer(it).typeName.endsWith("View") }.map(::name).toSortedSet()
        val wanted = listOf(
            "business", "entry", "freshness", "home", "networkAccesses", "perks", "queue", "queueItem", "receipt",
            "receipts", "recordKinds", "rulebook", "search", "settings", "statement", "statements",
        )
        assertTrue("$wanted in $screens", screens.containsAll(wanted))
    }

    @Test
    fun `a view holds no object that would have to be asked`() {
        val live = calls().map(::answer).flatMap(::parts).filter { AutoCloseable::class.java.isAssignableFrom(it) }
        assertEquals(emptyList<Class<*>>(), live.filterNot { it.simpleName in HANDLES })
    }

    private fun calls(): List<Method> = AppInterface::class.java.declaredMethods.filterNot { it.isSynthetic }

    /** Kotlin adds a hash to names with unsigned parameters: `entry-OsBMiQA`. */
    private fun name(call: Method) = call.name.substringBefore('-')

    /** What a call gives; a suspending one says it by its last parameter. */
    private fun answer(call: Method): Type {
        val last = call.genericParameterTypes.lastOrNull()
        val suspends = last is ParameterizedType && last.rawType == Continuation::class.java
        return if (suspends) last.actualTypeArguments.single() else call.genericReturnType
    }

    private fun parts(type: Type, seen: MutableSet<Class<*>> = mutableSetOf()): Set<Class<*>> {
        when (type) {
            is WildcardType -> (type.lowerBounds + type.upperBounds).forEach { parts(it, seen) }
            is ParameterizedType -> type.actualTypeArguments.forEach { parts(it, seen) }
            is Class<*> -> if (type.packageName == "standing.core" && seen.add(type)) {
                type.declaredFields.forEach { parts(it.genericType, seen) }
            }
        }
        return seen
    }

    private companion object {
        /** Work that goes on after the call, and can be stopped. */
        val HANDLES = setOf("SyncRun", "Subscription")
    }
}
