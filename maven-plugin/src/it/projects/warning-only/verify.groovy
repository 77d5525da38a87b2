def log = new File(basedir, 'build.log').text
assert log.count('WARNING] src/main/java/org/example/Deadline.java:22:') == 2
assert log.contains('[nil-select-arm]')
assert log.contains('chanvet: 1 warning; report: target/chanvet/chanvet.sarif')
assert log.contains('chanvet has 1 finding; see the log above')
