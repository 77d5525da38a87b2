def log = new File(basedir, 'build.log').text
assert log.contains('chanvet: 1 in the baseline chanvet-baseline.txt')
assert log.contains('chanvet: no findings, 1 in the baseline; report: target/chanvet/chanvet.sarif')
assert log.count('ERROR] later/Later.java:13:') == 1
assert log.contains('1 in the baseline no longer found; chanvet:baseline updates it')
assert !log.contains('ERROR] src/main/java/org/example/Feed.java')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanvet/chanvet.sarif'))
assert sarif.runs[0].results*.baselineState == ['new']
