def log = new File(basedir, 'build.log').text
assert log.contains('chanvet: 2 errors; report: target/chanvet/chanvet.sarif')
assert log.contains('chanvet: 3 errors; report: target/chanvet/chanvet.sarif')

// The command as the plugin has it, on the JDK that our own build finds.
def libraries = []
new File(localRepositoryPath.toString()).eachFileRecurse { file ->
  if (file.name ==~ /(chanvet-(analyzer|config|rules|cli)|javaparser-core|snakeyaml-engine|picocli|sarif-2\.1\.0|jackson-\w+|jspecify)-[0-9][^a-z]*(-SNAPSHOT)?\.jar/) {
    libraries << file.path
  }
}
def jdk = new File(basedir, '../../../../scripts/find-jdk').canonicalPath.execute().text.trim()
def report = new File(basedir, 'target/command.sarif')
def command = [jdk + '/bin/java', '-cp', libraries.join(File.pathSeparator), 'dev.chanvet.cli.Main',
    'check', 'src', 'target/generated-sources', '--format', 'sarif', '--output', report.path]
def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).start()
def said = process.inputStream.text
assert process.waitFor() == 1 : said

def findings = { file ->
  new groovy.json.JsonSlurper().parse(file).runs[0].results.collect {
    [it.ruleId, it.level, it.message.text, it.locations[0].physicalLocation.region,
        it.locations[0].physicalLocation.artifactLocation.uri, it.partialFingerprints, it.codeFlows]
  }
}
def ofCommand = findings(report)
assert ofCommand.size() == 3
assert ofCommand == findings(new File(basedir, 'target/chanvet/chanvet.sarif'))
