// The ledger as builds left it whose Maven is gone: their jobs are processes that sleep.
def ledger = new File(basedir, 'target/spark/submissions')
ledger.mkdirs()

def page = { String id, long process, started ->
    new File(ledger, id + '.json').text = """{
  "format" : 1, "id" : "$id", "project" : "82c3beb0a9ad4c6e", "content" : "c", "job" : "job com.acme.Job",
  "environment" : "default", "manager" : "local", "master" : "local[*]", "deployMode" : "client",
  "sparkVersion" : "3.5.5", "scalaVersion" : "2.12", "resource" : "job.jar",
  "started" : "${id[0..3]}-${id[4..5]}-${id[6..7]}T12:00:00Z", "settings" : { },
  "outcome" : { "state" : "running", "message" : "", "process" : $process, "processStarted" : "$started",
    "ui" : "http://127.0.0.1:4040" }
}
"""
}

def jobs = ['20250103-120000-00c0de', '20250102-120000-00c0de'].collect { id ->
    // What a job starts is to end with it.
    def job = ['sh', '-c', 'sleep 600 & wait'].execute()
    while (job.descendants().count() == 0) {
        sleep(20)
    }
    page(id, job.pid(), job.info().startInstant().get())
    job
}
def log = new File(ledger, '20250103-120000-00c0de/driver.log')
log.parentFile.mkdirs()
log.setText('line 1\nline 2\nGr\u00f6\u00dfe 3\n', 'UTF-8')

// A page whose process has ended: by now another one, this one, has its id.
def self = ProcessHandle.current()
page('20250101-120000-00c0de', self.pid(), self.info().startInstant().get().minusSeconds(3600))
new File(ledger, '20250101-130000-00c0de.json').text = '{ "format" : 1, "id" : "2025'

context.put('jobs', jobs)
context.put('descendants', jobs.collectMany { it.descendants().toList() })
return true
