package standing.logic.samples

import java.lang.reflect.Constructor
import java.lang.reflect.Field
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.lang.reflect.WildcardType
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long

/**
 * Views as JSON, by the names of their fields: so that a sample is the core's own words, kept in a
 * file that a person can read. A field that a sample lacks is empty.
 */
object ViewJson {
    fun write(value: Any?): JsonElement =
        when (value) {
            null -> JsonNull
            is String -> JsonPrimitive(value)
            is Boolean -> JsonPrimitive(value)
            is Number -> JsonPrimitive(value)
            is UInt -> JsonPrimitive(value.toLong())
            is UByte -> JsonPrimitive(value.toInt())
            is ULong -> JsonPrimitive(value.toLong())
            is Enum<*> -> JsonPrimitive(value.name)
            is List<*> -> JsonArray(value.map(::write))
            else -> JsonObject(kind(value.javaClass) + fields(value.javaClass).associate { it.name to write(it.of(value)) })
        }

    inline fun <reified T : Any> read(json: JsonElement): T = T::class.java.cast(read(json, T::class.java))!!

    fun read(json: JsonElement?, type: Type): Any? =
        when (type) {
            is WildcardType -> read(json, type.upperBounds.single())
            is ParameterizedType -> (json as? JsonArray).orEmpty().map { read(it, type.actualTypeArguments.single()) }
            is Class<*> ->
                when (json) {
                    null -> nothing(type)
                    is JsonNull -> null
                    else -> one(json, type)
                }
            else -> error("no view holds $type")
        }

    private fun one(json: JsonElement, type: Class<*>): Any =
        when (type) {
            String::class.java -> json.jsonPrimitive.content
            Boolean::class.javaPrimitiveType -> json.jsonPrimitive.boolean
            Int::class.javaPrimitiveType -> json.jsonPrimitive.long.toInt()
            Long::class.javaPrimitiveType, java.lang.Long::class.java -> json.jsonPrimitive.long
            Byte::class.javaPrimitiveType -> json.jsonPrimitive.int.toByte()
            UInt::class.java -> json.jsonPrimitive.long.toUInt()
            else -> if (type.isEnum) named(json.jsonPrimitive.content, type) else record(json.jsonObject, type)
        }

    private fun named(name: String, type: Class<*>): Any = type.enumConstants.single { (it as Enum<*>).name == name }

    private fun record(json: JsonObject, sealed: Class<*>): Any {
        val kind = json[KIND]?.jsonPrimitive?.content
        val type = if (kind == null) sealed else sealed.declaredClasses.single { it.simpleName == kind }
        type.declaredFields.firstOrNull { it.name == "INSTANCE" }?.let { return it.get(null) }
        val fields = fields(type)
        val values = fields.map { read(json[it.name], it.genericType) }
        return constructor(type, fields.size).newInstance(*values.toTypedArray())
    }

    /** The one that takes every field; with unsigned fields it is not public. */
    private fun constructor(type: Class<*>, size: Int): Constructor<*> =
        type.declaredConstructors.single { it.parameterCount == size && !it.isSynthetic }.apply { isAccessible = true }

    /** Which one of a sealed type it is. */
    private fun kind(type: Class<*>) =
        if (Modifier.isAbstract(type.superclass.modifiers)) mapOf(KIND to JsonPrimitive(type.simpleName)) else emptyMap()

    private const val KIND = "is"

    private fun nothing(type: Class<*>): Any? =
        when (type) {
            String::class.java -> ""
            Boolean::class.javaPrimitiveType -> false
            Int::class.javaPrimitiveType -> 0
            Long::class.javaPrimitiveType -> 0L
            Byte::class.javaPrimitiveType -> 0.toByte()
            else -> null
        }

    private fun fields(type: Class<*>): List<Field> = type.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }

    /** Unsigned numbers come as their signed bits: no sample reaches beyond them. */
    private fun Field.of(value: Any): Any? = apply { isAccessible = true }.get(value)
}
