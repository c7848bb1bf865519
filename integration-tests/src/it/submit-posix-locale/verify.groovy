import io.github.sparkmaven.it.BuildLog

def log = BuildLog.of(basedir)
def given = ['arguments', 'two words', '"double" and \'single\'', '$HOME `id` \\ * ; & |', '', 'Gr\u00f6\u00dfe \u96ea', 'two\nlines']
given.each { log.says('argument ' + it.getBytes('UTF-8').encodeBase64() + '.') }
// The script that held the words is gone.
new File(basedir, 'target/spark/submissions').eachFileRecurse { assert !it.name.endsWith('.sh') && !it.name.endsWith('.conf') }
