def generated = new File(basedir, 'target/generated-sources/feeds/org/example/Generated.java')
generated.parentFile.mkdirs()
generated.text = new File(basedir, 'src/main/java/org/example/Feed.java').text.replace('Feed', 'Generated')
true
