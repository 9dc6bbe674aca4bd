größe = "日本語テキスト"
print(größe)
x = größe + größe[100] + "ü"
