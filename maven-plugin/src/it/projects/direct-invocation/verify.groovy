def log = new File(basedir, 'build.log').text
assert log.contains('ERROR] src/main/java/org/example/Feed.java:13:')
assert log.contains('chanvet: 1 error; report: target/chanvet/chanvet.sarif')
assert log.contains('# Double close')
assert log.contains('circular-wait')
assert log.contains('maxAllowedFindings (Default: 0)')
