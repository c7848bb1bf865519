import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.says('Packaging pom: passed over')
log.says('No Spark on the test class path: passed over')
log.says('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')

def target = new File(basedir, 'the job/target')
def first = new File(target, 'firsttest.txt').text
def second = new File(target, 'secondtest.txt').text
assert first != second
assert [first, second].every { it.contains('the job/target/spark/unit-tests/fork-') && !it.contains('$') }
assert new File(target, 'jacoco.exec').length() > 0

// The file for IDEs: by java's own option, and in the environment.
def options = new File(target, 'spark/test-jvm.options')
assert options.text.contains('--add-opens=java.base/java.nio=ALL-UNNAMED')
assert !options.text.contains('forkNumber')
def java = new File(System.getProperty('java.home'), 'bin/java').path
def show = ['-XshowSettings:properties', '-version']
def byOption = ([java, '@' + options] + show).execute()
def shown = byOption.err.text
assert byOption.waitFor() == 0
assert shown.contains("spark.local.dir = ${target}/spark/unit-tests/ide/local")
