import io.github.sparkmaven.it.Pyspark

return Pyspark.canBeHad('build python-job')
