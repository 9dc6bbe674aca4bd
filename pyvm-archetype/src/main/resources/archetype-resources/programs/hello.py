from __syntax__ import ${name}

i = "mine"
${name} 2:
    print("hello", i)
