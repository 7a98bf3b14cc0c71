# Sourced by ./hilum and ./dev: finds a JDK and sets JAVA_HOME, or says what to install.

stop() {
  echo "Hilum: $1" >&2
  exit 1
}

jdk_release() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local wanted=$1 candidate release
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*"$wanted"* /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    release=$(jdk_release "$candidate") || continue
    if [ "${release:-0}" -ge "$wanted" ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  stop "a JDK $wanted or newer is needed and none was found (looked at JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ~/.jdks).
Install one, for example Eclipse Temurin $wanted from adoptium.net (package temurin-$wanted-jdk), and set JAVA_HOME to its folder."
}
