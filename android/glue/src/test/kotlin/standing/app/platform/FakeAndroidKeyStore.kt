package standing.app.platform

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.StrongBoxUnavailableException
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec
import org.junit.rules.ExternalResource

/**
 * The phone's key hardware, in memory: the JVM has no such provider. It proves how the app uses it and what it asks of it,
 * and says nothing about hardware.
 */
class FakeAndroidKeyStore : ExternalResource() {
    override fun before() {
        keys.clear()
        specs.clear()
        failure = null
        isStrongBoxFull = false
        Security.removeProvider(NAME)
        Security.addProvider(FakeProvider())
    }

    override fun after() = Security.removeProvider(NAME)

    private class FakeProvider : Provider(NAME, "1.0", "test only") {
        init {
            putService(Made(this, "KeyStore", NAME, Store::class.java.name) { Store() })
            putService(Made(this, "KeyGenerator", "AES", Aes::class.java.name) { Aes() })
        }
    }

    private class Made(provider: Provider, type: String, name: String, of: String, val make: () -> Any) :
        Provider.Service(provider, type, name, of, null, null) {
        override fun newInstance(constructorParameter: Any?): Any = make()
    }

    private class Aes : KeyGeneratorSpi() {
        private lateinit var spec: KeyGenParameterSpec

        override fun engineInit(random: SecureRandom?) = error("needs a KeyGenParameterSpec")

        override fun engineInit(keysize: Int, random: SecureRandom?) = error("needs a KeyGenParameterSpec")

        override fun engineInit(params: AlgorithmParameterSpec?, random: SecureRandom?) {
            spec = params as KeyGenParameterSpec
        }

        override fun engineGenerateKey(): SecretKey {
            if (spec.isStrongBoxBacked && isStrongBoxFull) throw StrongBoxUnavailableException()
            val key = SecretKeySpec(ByteArray(spec.keySize / 8).also { SecureRandom().nextBytes(it) }, "AES")
            keys[spec.keystoreAlias] = key
            specs[spec.keystoreAlias] = spec
            return key
        }
    }

    private class Store : KeyStoreSpi() {
        override fun engineGetKey(alias: String, password: CharArray?): Key? {
            failure?.let { throw it }
            return keys[alias]
        }

        override fun engineContainsAlias(alias: String) = alias in keys

        override fun engineDeleteEntry(alias: String) {
            keys.remove(alias)
        }

        override fun engineAliases(): Enumeration<String> = Collections.enumeration(keys.keys)

        override fun engineSize() = keys.size

        override fun engineIsKeyEntry(alias: String) = alias in keys

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit

        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit

        override fun engineGetCreationDate(alias: String) = Date()

        override fun engineGetCertificate(alias: String): Certificate? = null

        override fun engineGetCertificateAlias(cert: Certificate?): String? = null

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineSetCertificateEntry(alias: String, cert: Certificate?) = throw UnsupportedOperationException()

        override fun engineSetKeyEntry(alias: String, key: ByteArray?, chain: Array<Certificate>?) =
            throw UnsupportedOperationException()

        override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) =
            throw UnsupportedOperationException()
    }

    companion object {
        const val NAME = "AndroidKeyStore"
        val keys = LinkedHashMap<String, SecretKey>()
        val specs = LinkedHashMap<String, KeyGenParameterSpec>()

        /** Thrown when the key is asked for. */
        var failure: Exception? = null
        var isStrongBoxFull = false
    }
}
