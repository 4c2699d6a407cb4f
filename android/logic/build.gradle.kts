plugins {
    alias(libs.plugins.kotlin.jvm)
    alias(libs.plugins.kotlin.serialization)
}

kotlin {
    jvmToolchain(libs.versions.jvm.get().toInt())
    compilerOptions {
        allWarningsAsErrors = true
    }
    sourceSets.main {
        kotlin.srcDir("src/generated/kotlin")
        resources.srcDir("src/generated/resources")
    }
    sourceSets.test {
        kotlin.srcDir("src/samples/kotlin")
        // The facts of a scenario are the same through the bindings and on the screens.
        kotlin.srcDir("../../bindings/tests/kotlin/src/facts/kotlin")
        resources.srcDir("src/samples/resources")
    }
}

dependencies {
    api(project(":bindings"))
    implementation(libs.serialization.json)
    implementation(libs.zxing.core)
    testImplementation(libs.coroutines.test)
    testImplementation(libs.jna)
    testImplementation(libs.junit)
}

tasks.compileKotlin {
    dependsOn(":generate")
}

tasks.processResources {
    dependsOn(":generate")
}

tasks.test {
    // Against the real core: what `cargo build` put there for this machine.
    val built = rootDir.parentFile.resolve("target/debug")
    systemProperty("jna.library.path", built.path)
    systemProperty("standing.bin", built.resolve("standing").path)
    systemProperty("standing.scenarios", rootDir.parentFile.resolve("fixtures").path)
}
