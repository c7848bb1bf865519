import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
log.saysLike(/src\/main\/python\/broken\.py:2: .*, says Python 3\.[0-9.]+\. Mend the file/)
log.says("job/pythonFile: 'src/main/python/none.py' is not there: there is no ")
log.says('python/requirements: pip cannot install unresolvable.txt with pyspark==3.5.5: ')
log.says('No matching distribution found for no-such-package-of-acme==1.0')
log.says("python/environment: 'conda' is unknown. Give one of venv, system")
log.says("python/executable: 'no-such-python' is no program on this machine")
log.says('pip cannot have pyspark==3.5.5: ')
log.says('SKIPPED, no Python with pyspark can be had here: pip cannot have pyspark==3.5.5: ')
// No JVM of Spark was started for any of them, and no half-made environment is left complete.
log.neverSays('Submitting to')
assert !new File(basedir, 'target/cache/python').listFiles().any { new File(it, 'complete').exists() }
