def log = new File(basedir, 'build.log').text
assert log.count('chanvet: no findings; report: target/chanvet/chanvet.sarif') == 2
assert log.count('Nothing has changed since the last analysis') == 1

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanvet/chanvet.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs.size() == 1
assert sarif.runs[0].results == []
