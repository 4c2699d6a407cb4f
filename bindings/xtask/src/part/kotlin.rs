//! The generated Kotlin works on the JVM: the tests in `bindings/tests/kotlin`.

use super::Part;
use crate::report::Outcome;
use crate::tool::{self, C_COMPILER, JDK, MAVEN};
use crate::workspace::Workspace;
use crate::{bindings, maven};
use anyhow::Result;

pub const PART: Part =
    Part { name: "kotlin", promise: "the generated Kotlin passes its tests on the JVM", run };

const POM: &str = "bindings/tests/kotlin/pom.xml";

fn run(workspace: &Workspace) -> Result<Outcome> {
    if let Some(line) = tool::missing(&[C_COMPILER, MAVEN, JDK]) {
        return Ok(Outcome::skipped(line));
    }
    bindings::build(workspace)?;
    bindings::generate_kotlin(workspace)?;
    maven::test(workspace, POM, &[])
}
