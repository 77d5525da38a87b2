def log = new File(basedir, 'build.log').text
def finding = 'ERROR] src/main/java/org/example/Feed.java:13:'
assert log.count(finding) == 2 : 'printed by all builds but the third and the fourth'
assert log.contains('[double-close]')
assert log.contains('1. src/main/java/org/example/Feed.java:')
assert log.contains('chanvet has 1 finding; see the log above')
assert log.contains('chanvet: 1 error; report: target/chanvet/chanvet.sarif')
assert log.contains('No Java sources to analyse')
assert log.contains("chanvet.failOn is 'sometimes'; it can be error, warning, note or never")
assert log.contains('chanvet.javaHome names /no/such/jdk, which is no JDK 21 or later')
assert !log.contains('Exception in thread')

// What README.md and docs/maven.md show is what the log has.
for (page in ['README.md', 'docs/maven.md']) {
  def text = new File(basedir, '../../../../' + page).text
  def shown = (text =~ /(?s)```\n(\[ERROR\] src.*?)```\n/)
  assert shown.find() : page + ' shows no log'
  assert log.contains(shown.group(1)) : page
}
