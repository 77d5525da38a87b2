def log = new File(basedir, 'build.log').text
assert log.count('WARNING] feed/src/main/java/org/example/Feed.java:13:') == 1
assert !log.contains('Draft.java')
assert !log.contains('News.java')
assert log.contains('chanvet: 1 warning; report: feed/target/chanvet/chanvet.sarif')
assert log.contains('chanvet: no findings; report: news/target/chanvet/chanvet.sarif')
assert log.contains('chanvet has 1 finding; see the log above')
assert log.contains("broken.yml:2: no key is called 'selekt'; did you mean 'select'?")
