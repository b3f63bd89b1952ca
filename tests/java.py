"""How the tests start Java."""

import shutil

# For half a minute's work it takes longer to make the code as quick as it can be, and to tidy up beside it, than that
# saves. The HTML checker reads its schemas by calls within calls, which so need more room than they get by themselves.
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")


def assert_java_is_here() -> None:
    assert shutil.which("java"), "java is not here: apt install default-jdk-headless"
